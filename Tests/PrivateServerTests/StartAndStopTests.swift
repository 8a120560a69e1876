import Foundation
import Testing

@testable import PrivateServer

@Suite("The private server", .serialized, .timeLimit(.minutes(10)))
struct StartAndStopTests {
    @Test("is made at the first start, runs until it is stopped, and keeps its data")
    func life() async throws {
        try await TemporaryServer.use { it async throws in
            #expect(it.server.status().state == .absent)
            #expect(try await it.server.start())
            #expect(try await !it.server.start())
            #expect(try await it.answer(to: "create table kept as select 42") == "SELECT 1")
            #expect(try await it.server.stop())
            #expect(it.server.status().state == .stopped)
            #expect(try await !it.server.stop())
            #expect(try await it.server.start())
            #expect(try await it.answer(to: "table kept") == "42")
        }
    }

    @Test("has a UTF-8 database with locale C and checksums, and listens on no network address")
    func settings() async throws {
        try await TemporaryServer.use { it in
            _ = try await it.server.start()
            let settings = try await it.answer(
                to: """
                    select current_database(), current_user, datcollate,
                        current_setting('server_encoding'), current_setting('data_checksums'),
                        current_setting('listen_addresses') = ''
                    from pg_database where datname = current_database()
                    """)
            #expect(settings == "cases|postgres|C|UTF8|on|t")
        }
    }

    @Test("is named by its status: process, folders and release")
    func status() async throws {
        try await TemporaryServer.use { it in
            _ = try await it.server.start()
            let status = it.server.status()
            let pid = try await it.answer(
                to: "select split_part(pg_read_file('postmaster.pid'), chr(10), 1)")
            #expect(status.state == .running(pid: try #require(Int32(pid))))
            #expect(status.dataFolder == "\(it.folder)/cases/postgresql")
            #expect(try await it.answer(to: "show data_directory") == status.dataFolder)
            #expect(try await it.answer(to: "show unix_socket_directories") == status.socketFolder)
            #expect(
                try await it.answer(to: "show server_version").hasPrefix(
                    try #require(status.version)))
        }
    }

    @Test("is closed to everybody but its owner: data and socket are in folders of mode 0700")
    func permissions() async throws {
        try await TemporaryServer.use { it in
            _ = try await it.server.start()
            let owner = try Account.current().uid
            for folder in [it.paths.home, it.paths.data, it.paths.socketFolder] {
                #expect(PrivateFolder.objection(to: folder, owner: owner, forbidden: 0o077) == nil)
            }
        }
    }

    @Test("is started once by commands that start it at the same time")
    func together() async throws {
        try await TemporaryServer.use { it in
            let server = it.server
            let started = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<4 { group.addTask { try await server.start() } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(started.count { $0 } == 1)
            #expect(try await it.answer(to: "select 1") == "1")
        }
    }

    @Test("keeps no pipe of the command that starts it, so that whoever reads comes to its end")
    func pipe() async throws {
        try await TemporaryServer.use { it in
            let pipe = Pipe()
            let inherited = dup(pipe.fileHandleForWriting.fileDescriptor)
            _ = try await it.server.start()
            close(inherited)
            try pipe.fileHandleForWriting.close()
            var end = pollfd(
                fd: pipe.fileHandleForReading.fileDescriptor, events: Int16(POLLIN), revents: 0)
            // Commands that other tests run may hold the pipe as well, until they end; a server that
            // held it would do so for good.
            #expect(poll(&end, 1, 60_000) == 1 && end.revents & Int16(POLLHUP) != 0)
            #expect(try await it.answer(to: "select 1") == "1")
        }
    }
}
