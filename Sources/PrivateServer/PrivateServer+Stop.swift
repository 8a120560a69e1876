import Foundation

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
