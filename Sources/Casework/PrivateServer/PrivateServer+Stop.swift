import Foundation

extension PrivateServer {
    /// What `stop` does, on a thread that may block.
    func stopNow() throws(ServerError) -> Bool {
        let paths = Paths(environment)
        guard paths.version != nil else { return false }
        let account = try Account.current()
        return try ServerLock.whileHeld(on: paths.lock) { () throws(ServerError) in
            guard Postmaster(of: paths) != nil else { return false }
            try halt(paths, account)
            return true
        }
    }

    /// Stops the running server and takes its run folder away; the caller holds the lock.
    func halt(_ paths: Paths, _ account: Account) throws(ServerError) {
        let binaries = try Binaries.newest(in: Binaries.folders(environment), for: paths)
        let words = [
            binaries.program("pg_ctl"), "stop", "--wait", "--silent", "--timeout",
            PrivateServer.patience, "--pgdata", paths.data, "--mode", "fast",
        ]
        let stopped = try Tool.run(account.command(words), path: nil)
        guard stopped.status == 0 else {
            let lines = ServerLog.lastLines(of: paths.log)
            throw .failed(doing: "stopping", lines: lines, log: paths.log)
        }
        rmdir(paths.socketFolder)
    }
}
