import Foundation
import TestSupport
import Testing

@Suite("A server that dies under a rebuild", .serialized)
struct ServerCrashTests {
    /// What is killed without notice.
    enum Victim: CaseIterable {
        /// The server process of one session: PostgreSQL then ends all, and begins again.
        case session
        /// The server's first process.
        case postmaster
    }

    private let command = ["rebuild", "--workers", "4"]

    @Test(
        "comes back with the old read models, all of them; the next rebuild makes the new ones",
        arguments: Victim.allCases)
    func killed(_ victim: Victim) async throws {
        try await OwnServer.use { server in
            let desk = server.desk
            try await desk.record(MadeUpRecord(cases: 8, happenings: 4))
            let new = try await desk.readModels()
            try await desk.sql(
                "UPDATE WS.case_state SET title = 'old'; UPDATE WS.link SET basis = 'old'")
            let old = try await desk.readModels()
            try await Gate.use(desk) { gate in
                // At the thirtieth step some workers have written their rows, others have not.
                try await gate.shut(before: 30)
                let rebuild = try desk.program.start(command)
                try await gate.awaitArrival()
                let process =
                    switch victim {
                    case .session: Int32(try #require(try await gate.waiting().first))
                    case .postmaster: try await server.postmaster()
                    }
                kill(try #require(process), SIGKILL)
                let told = try await rebuild.outcome()
                #expect([69, 75].contains(told.exitCode), "\(told.errors)")
            }
            try await eventually("the server is back") {
                try await desk.run("projections").exitCode == 0
            }
            #expect(try await desk.readModels() == old)
            #expect(
                Set(try await desk.json("list")["cases"].elements.map { $0["title"] }) == ["old"])
            try await desk.sql("DELETE FROM WS.gate")
            #expect(try await desk.rebuilt("--workers", "4") == new)
            #expect(try await desk.readModels() == new)
            #expect(try await desk.run("rebuild", "--check").exitCode == 0)
            #expect(try await desk.run("verify").exitCode == 0)
        }
    }
}
