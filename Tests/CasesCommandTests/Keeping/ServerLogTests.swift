import Foundation
import Postgres
import TestSupport
import Testing

@Suite("The server's log", .timeLimit(.minutes(5)))
struct ServerLogTests {
    /// The arguments of an append that is refused: id, stream, type, body, name; all are parameters.
    private static let refused: [[String?]] = {
        let body = #"{"data":{"text":"SECRET"}}"#
        let id = "00000000-0000-4000-8000-000000000001"
        return [
            [nil, "case/a", "note.added", body, "x"], [id, nil, "note.added", body, "x"],
            [id, "case/a", nil, body, "x"], [id, "case/a", "note.added", nil, "x"],
            [id, "case/a", "note.added", body, nil], [id, "case/a", "note.added", body, ""],
            [id, "case", "note.added", body, "x"], [id, "case/a", "note", body, "x"],
            [id, "case/a", "note.added", #"{"data": "SECRET"}"#, "x"],
            [id, "case/a", "note.added", #"{"key":"SECRET"}"#, "x"],
            [id, "case/a", "note.added", #"["SECRET"]"#, "x"],
            // Taken, and then refused with other content.
            [id, "case/a", "note.added", body, "x"],
            [id, "case/a", "note.added", #"{"data":{"text":"SECRET 2"}}"#, "x"],
        ]
    }()

    @Test("holds no word of a body that was refused, and no salt")
    func discretion() async throws {
        try await OwnServer.use { server in
            let desk = server.desk
            var refusals = 0
            for arguments in Self.refused {
                for isBatch in [false, true] {
                    if try await isRefused(arguments, isBatch, desk) { refusals += 1 }
                }
            }
            // The one that is taken is a replay in a batch.
            #expect(refusals == 2 * Self.refused.count - 2)
            let log = try await log(of: desk)
            #expect(log.contains("cannot be recorded"))
            #expect(!log.contains("SECRET") && !log.contains("Failing row"))
            // A row that only a superuser can try to insert is told whole: the search does find it.
            try? await desk.sql("INSERT INTO WS.event (body) VALUES ('{\"data\":\"SECRET\"}')")
            #expect(try await self.log(of: desk).contains("Failing row"))
        }
    }

    private func isRefused(
        _ arguments: [String?], _ isBatch: Bool, _ desk: Desk
    ) async throws -> Bool {
        let (id, stream, type) = (arguments[0], arguments[1], arguments[2])
        let (body, name) = (arguments[3], arguments[4])
        return try await desk.database.withConnection { connection in
            do {
                if isBatch {
                    try await connection.execute(
                        """
                        SELECT cases.append(ARRAY[\(id)::uuid], ARRAY[\(stream)], ARRAY[\(type)],
                            ARRAY[\(body)::json], \(name), '{}', '{}')
                        """)
                } else {
                    try await connection.execute(
                        """
                        SELECT cases.append(\(id)::uuid, \(stream), \(type), \(body)::json, \(name))
                        """)
                }
                return false
            } catch let error as PostgresError {
                #expect(error.state == "LG003" || error.state == "LG002", "\(error)")
                return true
            }
        }
    }

    private func log(of desk: Desk) async throws -> String {
        let data = try #require(try await desk.json("db", "status")["data"].string)
        let file = URL(fileURLWithPath: data).deletingLastPathComponent()
            .appendingPathComponent("postgresql.log")
        return try String(contentsOf: file, encoding: .utf8)
    }
}
