import Foundation
import Testing

@testable import PrivateServer

@Suite("A start that cannot be", .serialized, .timeLimit(.minutes(10)))
struct RefusalTests {
    @Test("names the package where PostgreSQL is not installed")
    func notInstalled() async {
        let paths = PrivateServer.Paths(["XDG_DATA_HOME": "/nowhere"])
        await #expect(throws: ServerError.notInstalled) {
            try await Binaries.newest(in: ["/nowhere", "/usr"], for: paths)
        }
        #expect(
            ServerError.notInstalled.description == """
                PostgreSQL 15 or later is not installed; install it: apt-get install postgresql
                """)
    }

    @Test("takes data only with the release that made them")
    func otherRelease() async throws {
        try await TemporaryServer.use { it in
            _ = try await it.server.start()
            _ = try await it.server.stop()
            try await it.asOwner(
                "/bin/sh", "-c", #"echo 14 >"$1""#, "age", "\(it.paths.data)/PG_VERSION")
            let missing = ServerError.releaseMissing(version: "14", dataFolder: it.paths.data)
            await #expect(throws: missing) { try await it.server.start() }
            #expect(missing.hint == "install it: apt-get install postgresql-14")
        }
    }

    @Test("uses no run folder that somebody else put there as a link")
    func link() async throws {
        try await TemporaryServer.use { it in
            try FileManager.default.createSymbolicLink(
                atPath: it.paths.socketFolder, withDestinationPath: it.folder)
            defer { unlink(it.paths.socketFolder) }
            let unsafe = ServerError.unsafe(
                path: it.paths.socketFolder, reason: "it is not a folder")
            await #expect(throws: unsafe) { try await it.server.start() }
            #expect(it.server.status().state == .stopped)
        }
    }

    @Test("names the log and quotes its last lines where the server does not come up")
    func badSetting() async throws {
        try await TemporaryServer.use { it in
            _ = try await it.server.start()
            _ = try await it.server.stop()
            let settings = "\(it.paths.data)/postgresql.conf"
            try await it.asOwner("/bin/sh", "-c", #"echo "no_such = 1" >>"$1""#, "break", settings)
            let error = await #expect(throws: ServerError.self) { try await it.server.start() }
            let text = error?.description ?? ""
            #expect(text.contains(#"unrecognized configuration parameter "no_such""#))
            #expect(text.hasSuffix("its log is \(it.paths.log)"))
        }
    }

    @Test("of the log's lines quotes none that quote a statement")
    func statements() {
        let lines = [
            "2031-04-02 09:30:00.000 UTC [7] LOG:  starting PostgreSQL 15.18",
            "2031-04-02 09:30:00.000 UTC [7] ERROR:  invalid input: \"secret FATAL:  text\"",
            "2031-04-02 09:30:00.000 UTC [7] DETAIL:  Key (id)=(secret) already exists.",
            "2031-04-02 09:30:00.000 UTC [7] STATEMENT:  insert into log values ('secret')",
            "\tvalues ('secret LOG:  text')",
            "2031-04-02 09:30:00.000 UTC [7] LOG:  statement: select 'secret'",
            "2031-04-02 09:30:00.000 UTC [7] FATAL:  could not create any Unix-domain sockets",
        ]
        #expect(lines.filter(ServerLog.isAboutServer) == [lines[0], lines[6]])
    }

    @Test("reads the release from what PostgreSQL prints, betas included")
    func release() {
        #expect(
            Binaries.release(in: "postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)")
                == [15, 18])
        #expect(Binaries.release(in: "postgres (PostgreSQL) 18beta1") == [18])
        #expect(Binaries.release(in: "something else") == nil)
    }
}
