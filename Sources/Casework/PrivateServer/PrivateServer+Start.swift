import Foundation

extension PrivateServer {
    /// Recovery after a crash may take minutes; a server that is not up by then is in trouble.
    static let patience = "600"

    /// What `start` does, on a thread that may block.
    func startNow() throws(ServerError) -> Bool {
        let account = try Account.current()
        try makeHome(for: account)
        let paths = Paths(environment)
        return try ServerLock.whileHeld(on: paths.lock) { () throws(ServerError) in
            guard try !isUp(paths, account) else { return false }
            let binaries = try Binaries.newest(in: Binaries.folders(environment), for: paths)
            if paths.version == nil {
                try Initialisation.run(paths, with: binaries, as: account)
            }
            try launch(paths, binaries, account)
            return true
        }
    }

    /// The folder above need not be there yet; this one must be the account's.
    private func makeHome(for account: Account) throws(ServerError) {
        let home = Paths(environment).home
        guard !home.contains(where: { "\"$`\\\n".contains($0) }) else {
            throw .unusable(path: home)
        }
        let above = (home as NSString).deletingLastPathComponent
        try? FileManager.default.createDirectory(
            atPath: above, withIntermediateDirectories: true)
        try PrivateFolder.prepare(home, for: account, forbidden: 0o022)
    }

    /// Whether a server runs and can be reached; one that has lost its socket is stopped.
    private func isUp(_ paths: Paths, _ account: Account) throws(ServerError) -> Bool {
        guard let running = Postmaster(of: paths) else { return false }
        if running.isReachable { return true }
        guard running.phase != .starting else { throw .starting(dataFolder: paths.data) }
        try halt(paths, account)
        return false
    }

    /// `pg_ctl` puts the server into a session of its own with the log as its output, so that it
    /// keeps nothing of this process: no terminal, no pipe.
    private func launch(_ paths: Paths, _ binaries: Binaries, _ account: Account)
        throws(ServerError)
    {
        try PrivateFolder.prepare(paths.socketFolder, for: account, forbidden: 0o077)
        try Remains(paths, account).awaitEnd(grace)
        Postmaster.removeStaleFiles(paths)
        let words = [
            binaries.program("pg_ctl"), "start", "--wait", "--silent", "--timeout", patience,
            "--pgdata", paths.data, "--log", paths.log, "--options", "-k \(paths.socketFolder)",
        ]
        let started = try Tool.run(account.command(words), path: nil)
        guard started.status == 0 else {
            let lines = ServerLog.lastLines(of: paths.log)
            throw .failure(doing: "starting", said: started.output, lines: lines, paths)
        }
    }

    private var patience: String { PrivateServer.patience }
}
