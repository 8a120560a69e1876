import Foundation
import Testing

@testable import PrivateServer

@Suite("A start heals what a crash left", .serialized, .timeLimit(.minutes(10)))
struct HealingTests {
    @Test("a data directory that was never finished is made anew")
    func unfinished() async throws {
        try await TemporaryServer.use { it in
            _ = try await it.server.start()
            _ = try await it.server.stop()
            try await it.asOwner("/bin/mv", it.paths.data, it.paths.unfinished)
            try await it.asOwner("/bin/rm", "\(it.paths.unfinished)/PG_VERSION")
            #expect(it.server.status().state == .absent)
            #expect(try await it.server.start())
            #expect(try await it.answer(to: "select current_database()") == "cases")
            #expect(!FileManager.default.fileExists(atPath: it.paths.unfinished))
        }
    }

    @Test("a crashed server is started again and has what was committed")
    func crashed() async throws {
        try await TemporaryServer.use { it in
            _ = try await it.server.start()
            _ = try await it.answer(to: "create table kept as select 42")
            try await crash(it) { $0 }
            #expect(it.server.status().state == .stopped)
            #expect(try await it.server.start())
            #expect(try await it.answer(to: "table kept") == "42")
        }
    }

    @Test("a crashed server's process id that another process has by now does no harm")
    func reused() async throws {
        try await TemporaryServer.use { it in
            _ = try await it.server.start()
            let other = try waitingProcess()
            defer { other.terminate() }
            try await crash(it) { [String(other.processIdentifier)] + $0.dropFirst() }
            let socket = PrivateServer.SocketFolder.socket(in: it.paths.socketFolder)
            try await it.leave("\(other.processIdentifier)\n", in: socket + ".lock")
            #expect(it.server.status().state == .stopped)
            #expect(try await !it.server.stop())
            #expect(try await it.server.start())
            #expect(other.isRunning)
        }
    }

    @Test("a server whose run folder was cleared away gets a new socket")
    func socketLost() async throws {
        try await TemporaryServer.use { it in
            _ = try await it.server.start()
            try FileManager.default.removeItem(atPath: it.paths.socketFolder)
            #expect(try await it.server.start())
            #expect(try await it.answer(to: "select 1") == "1")
        }
    }

    /// A process that waits for input until it is terminated.
    private func waitingProcess() throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/cat")
        process.standardInput = Pipe()
        try process.run()
        return process
    }

    /// Ends the server as a loss of power would, without a checkpoint, and puts its
    /// `postmaster.pid` back with these lines.
    private func crash(_ it: TemporaryServer, leaving change: ([String]) -> [String]) async throws {
        let file = it.paths.data + "/postmaster.pid"
        let lines = try String(contentsOfFile: file, encoding: .utf8).components(separatedBy: "\n")
        let binaries = try await Binaries.newest(
            in: Binaries.folders(it.server.environment), for: it.paths)
        try await it.asOwner(
            binaries.program("pg_ctl"), "stop", "-s", "-w", "-D", it.paths.data, "-m", "immediate")
        try await it.leave(change(lines).joined(separator: "\n"), in: file)
    }
}
