import Foundation

/// The running server's first process, as `postmaster.pid` in the data directory tells of it.
struct Postmaster {
    let pid: Int32
    /// The folder of the socket that it listens on.
    let socketFolder: String
    let phase: Phase

    /// It takes connections only while it is ready.
    enum Phase { case starting, ready, stopping }

    /// The postmaster of these data; nil where none runs.
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

    /// Whether clients reach it: somebody may have cleared the run folder away below it.
    var isReachable: Bool {
        let socket = PrivateServer.SocketFolder.socket(in: socketFolder)
        return phase == .ready && FileManager.default.fileExists(atPath: socket)
    }

    /// Removes what a crash left that names a process which is another's by now, or that of a dead
    /// one that nobody has waited for: `postmaster.pid`, and the lock beside the socket.
    ///
    /// PostgreSQL would take that for a running server and refuse to start. Where no process has the
    /// number it looks further by itself.
    static func removeStaleFiles(_ paths: PrivateServer.Paths) {
        let socket = PrivateServer.SocketFolder.socket(in: paths.socketFolder)
        for file in [file(paths), socket + ".lock"] {
            guard let pid = lines(file).first.flatMap({ Int32($0) }), !serves(pid, paths.data),
                FileManager.default.fileExists(atPath: "/proc/\(pid)")
            else { continue }
            unlink(file)
        }
    }

    /// The number of the segment of shared memory that the server's processes are attached to; nil
    /// where nothing tells of a server.
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

    /// Whether the process was started on these data; a number alone may be another process's.
    private static func serves(_ pid: Int32, _ data: String) -> Bool {
        let arguments = FileManager.default.contents(atPath: "/proc/\(pid)/cmdline") ?? Data()
        return arguments.split(separator: 0).contains { $0.elementsEqual(data.utf8) }
    }
}
