import Foundation

/// The running server's first process, as described by `postmaster.pid` in the data directory.
struct Postmaster {
    let pid: Int32
    /// The folder of the socket that it listens on.
    let socketFolder: String
    let phase: Phase

    /// The server accepts connections only while it is ready.
    enum Phase { case starting, ready, stopping }

    /// The postmaster of these data; nil if none is running.
    init?(of paths: PrivateServer.Paths) {
        let lines = Postmaster.lines(Postmaster.file(paths))
        guard let pid = lines.first.flatMap({ Int32($0) }), Postmaster.serves(pid, paths.data)
        else { return nil }
        self.pid = pid
        socketFolder = lines.count > 4 ? lines[4] : paths.socketFolder
        switch lines.count > 7 ? lines[7].trimmingCharacters(in: .whitespaces) : "" {
        case "ready", "standby": phase = .ready
        case "stopping": phase = .stopping
        default: phase = .starting
        }
    }

    /// Whether clients can reach it: its run folder may have been removed.
    var isReachable: Bool {
        let socket = PrivateServer.SocketFolder.socket(in: socketFolder)
        return phase == .ready && FileManager.default.fileExists(atPath: socket)
    }

    /// Removes files left by a crash (`postmaster.pid`, and the lock beside the socket) if their
    /// process id now belongs to another program, or to a dead process that was not reaped.
    ///
    /// PostgreSQL would take that process for a running server and refuse to start. If no process
    /// has the id, PostgreSQL handles the files itself.
    static func removeStaleFiles(_ paths: PrivateServer.Paths) {
        let socket = PrivateServer.SocketFolder.socket(in: paths.socketFolder)
        for file in [file(paths), socket + ".lock"] {
            guard let pid = lines(file).first.flatMap({ Int32($0) }), !serves(pid, paths.data),
                FileManager.default.fileExists(atPath: "/proc/\(pid)")
            else { continue }
            unlink(file)
        }
    }

    /// The id of the shared memory segment that the server's processes are attached to; nil if
    /// there is no trace of a server.
    static func segment(of paths: PrivateServer.Paths) -> Int? {
        let lines = lines(file(paths))
        return lines.count > 6 ? lines[6].split(separator: " ").last.flatMap { Int($0) } : nil
    }

    private static func file(_ paths: PrivateServer.Paths) -> String {
        paths.data + "/postmaster.pid"
    }

    private static func lines(_ file: String) -> [String] {
        let text = try? String(contentsOfFile: file, encoding: .utf8)
        return text?.components(separatedBy: "\n") ?? []
    }

    /// Whether the process was started on these data; its id alone may belong to another process.
    private static func serves(_ pid: Int32, _ data: String) -> Bool {
        let arguments = FileManager.default.contents(atPath: "/proc/\(pid)/cmdline") ?? Data()
        return arguments.split(separator: 0).contains { $0.elementsEqual(data.utf8) }
    }
}

/// The processes of a server whose postmaster was killed.
///
/// Each exits when it notices, at the latest at the end of its statement. Until then they may
/// write, so PostgreSQL refuses to start on the same data.
package struct Remains {
    /// One of these processes.
    package struct Process: Equatable, Sendable {
        /// Its process id.
        let id: Int32
        /// Its process title: user, database and kind of statement, but not the statement itself.
        let title: String
    }

    private let paths: PrivateServer.Paths
    private let account: Account

    init(_ paths: PrivateServer.Paths, _ account: Account) {
        self.paths = paths
        self.account = account
    }

    /// Waits until all have exited.
    ///
    /// - Throws: `.lingering` if some have not within the limit.
    func awaitEnd(_ limit: Duration) async throws(ServerError) {
        let deadline = ContinuousClock.now + limit
        while isAttached {
            guard ContinuousClock.now < deadline else {
                throw .lingering(processes: try await processes(), dataFolder: paths.data)
            }
            try? await Task.sleep(for: .milliseconds(20))
        }
    }

    /// Whether any process is attached to the shared memory of the last server.
    ///
    /// PostgreSQL itself uses the same test; `/proc/sysvipc/shm` has one line per segment, with its
    /// id in the second column and the number of attached processes in the seventh.
    private var isAttached: Bool {
        guard let segment = Postmaster.segment(of: paths),
            // Read until its end: for a file of unknown size, Foundation may read only one page.
            let file = FileHandle(forReadingAtPath: "/proc/sysvipc/shm"),
            let table = try? file.readToEnd()
        else { return false }
        return String(decoding: table, as: UTF8.self).split(separator: "\n").contains { line in
            let columns = line.split(separator: " ").map { Int($0) }
            return columns.count > 6 && columns[1] == segment && (columns[6] ?? 0) > 0
        }
    }

    /// The server's processes: each has the data folder as its working directory, and the name
    /// `postgres`.
    private func processes() async throws(ServerError) -> [Process] {
        // Run as the account: root in a container may not be allowed to inspect its processes.
        let found = try await Tool.run(
            account.command(
                ["find", "/proc", "-mindepth", "2", "-maxdepth", "2", "-name", "cwd", "-printf"]
                    + ["%h %l\n"]), path: nil)
        let folder = (paths.data as NSString).resolvingSymlinksInPath
        return found.output.split(separator: "\n").compactMap { line in
            let parts = line.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, parts[1] == folder,
                let id = parts[0].split(separator: "/").last.flatMap({ Int32($0) })
            else { return nil }
            return Process(id: id)
        }.sorted { $0.id < $1.id }
    }
}

extension Remains.Process: CustomStringConvertible {
    /// The process; nil if it is not a process of PostgreSQL.
    fileprivate init?(id: Int32) {
        let bytes = FileManager.default.contents(atPath: "/proc/\(id)/cmdline") ?? Data()
        title = bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
            .joined(separator: " ")
        guard title.hasPrefix("postgres") else { return nil }
        self.id = id
    }

    /// The process id and title.
    package var description: String { "\(id) \(title)" }
}
