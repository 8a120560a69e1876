import Foundation

extension PrivateServer {
    /// Recovery after a crash may take minutes; a server that is not up by then is in trouble.
    static let startTimeout = "600"

    /// Starts the server, made ready before where it is the first time; returns when it answers.
    ///
    /// - Returns: false where it was running already.
    package func start() async throws(ServerError) -> Bool {
        let account = try Account.current()
        try makeHome(for: account)
        let paths = Paths(environment)
        return try await ServerLock.whileHeld(on: paths.lock) { () async throws(ServerError) in
            guard try await !isUp(paths, account) else { return false }
            let binaries = try await Binaries.newest(
                in: await Binaries.folders(environment), for: paths)
            if paths.version == nil {
                try await Initialisation.run(paths, with: binaries, as: account)
            }
            try await launch(paths, binaries, account)
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
    private func isUp(_ paths: Paths, _ account: Account) async throws(ServerError) -> Bool {
        guard let running = Postmaster(of: paths) else { return false }
        if running.isReachable { return true }
        guard running.phase != .starting else { throw .starting(dataFolder: paths.data) }
        try await halt(paths, account)
        return false
    }

    /// `pg_ctl` puts the server into a session of its own with the log as its output, so that it
    /// keeps nothing of this process: no terminal, no pipe.
    private func launch(_ paths: Paths, _ binaries: Binaries, _ account: Account)
        async throws(ServerError)
    {
        try PrivateFolder.prepare(paths.socketFolder, for: account, forbidden: 0o077)
        try await Remains(paths, account).awaitEnd(grace)
        Postmaster.removeStaleFiles(paths)
        let words = [
            binaries.program("pg_ctl"), "start", "--wait", "--silent", "--timeout",
            PrivateServer.startTimeout,
            "--pgdata", paths.data, "--log", paths.log, "--options", "-k \(paths.socketFolder)",
        ]
        let started = try await Tool.run(account.command(words), path: nil)
        guard started.status == 0 else {
            let lines = ServerLog.lastLines(of: paths.log)
            throw .failure(doing: "starting", said: started.output, lines: lines, paths)
        }
    }
}

extension PrivateServer {
    /// Stops the server, whose clients are sent away; returns when it has stopped.
    ///
    /// - Returns: false where it was not running.
    package func stop() async throws(ServerError) -> Bool {
        let paths = Paths(environment)
        guard paths.version != nil else { return false }
        let account = try Account.current()
        return try await ServerLock.whileHeld(on: paths.lock) { () async throws(ServerError) in
            guard Postmaster(of: paths) != nil else { return false }
            try await halt(paths, account)
            return true
        }
    }

    /// Stops the running server and takes its run folder away; the caller holds the lock.
    func halt(_ paths: Paths, _ account: Account) async throws(ServerError) {
        let binaries = try await Binaries.newest(
            in: await Binaries.folders(environment), for: paths)
        let words = [
            binaries.program("pg_ctl"), "stop", "--wait", "--silent", "--timeout",
            PrivateServer.startTimeout, "--pgdata", paths.data, "--mode", "fast",
        ]
        let stopped = try await Tool.run(account.command(words), path: nil)
        guard stopped.status == 0 else {
            let lines = ServerLog.lastLines(of: paths.log)
            throw .failed(doing: "stopping", lines: lines, log: paths.log)
        }
        rmdir(paths.socketFolder)
    }
}

/// The lock that lets one process at a time start or stop the server.
enum ServerLock {
    /// Waits for the lock on this file, does the work, and lets go, as the end of a process does.
    static func whileHeld<Result>(
        on path: String, _ work: () async throws(ServerError) -> Result
    ) async throws(ServerError) -> Result {
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw .cannotWrite(path: path, reason: lastError()) }
        defer { close(file) }
        // No task may block a thread of the pool, so it is asked for again and again.
        while flock(file, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR else {
                throw .cannotWrite(path: path, reason: lastError())
            }
            try? await Task.sleep(for: .milliseconds(20))
        }
        return try await work()
    }
}
