import Foundation

extension PrivateServer {
    /// Crash recovery may take minutes; a server that has not started by then has failed.
    static let startTimeout = "600"

    /// Starts the server, creating it first if necessary; returns when it accepts connections.
    ///
    /// - Returns: False if it was already running.
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

    /// The parent folder need not exist yet; this one must belong to the account.
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

    /// Whether the server is running and reachable; one that has lost its socket is stopped.
    private func isUp(_ paths: Paths, _ account: Account) async throws(ServerError) -> Bool {
        guard let running = Postmaster(of: paths) else { return false }
        if running.isReachable { return true }
        guard running.phase != .starting else { throw .starting(dataFolder: paths.data) }
        try await halt(paths, account)
        return false
    }

    /// `pg_ctl` starts the server in a session of its own, with the log as its output, so that it
    /// inherits nothing from this process: no terminal, no pipe.
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
    /// Stops the server, disconnecting its clients; returns when it has stopped.
    ///
    /// - Returns: False if it was not running.
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

    /// Stops the running server and removes its run folder; the caller holds the lock.
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

/// The lock that allows one process at a time to start or stop the server.
enum ServerLock {
    /// Acquires the lock on this file, runs `work`, and releases it; a process that exits releases
    /// it, too.
    static func whileHeld<Result>(
        on path: String, _ work: () async throws(ServerError) -> Result
    ) async throws(ServerError) -> Result {
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw .cannotWrite(path: path, reason: lastError()) }
        defer { close(file) }
        // A task must not block a thread of the cooperative pool, so this polls.
        while flock(file, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR else {
                throw .cannotWrite(path: path, reason: lastError())
            }
            try? await Task.sleep(for: .milliseconds(20))
        }
        return try await work()
    }
}
