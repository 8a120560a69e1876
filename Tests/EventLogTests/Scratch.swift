import CaseModel
import EventLog
import Postgres
import TestSupport
import Testing

/// A workspace of the test's own, migrated, with its log.
struct Scratch: Sendable {
    let database: TestDatabase
    let workspace: Workspace
    let connection: Connection
    let log: EventLog

    /// Lends `body` a workspace that is gone afterwards.
    static func use<Result: Sendable>(
        _ body: (Scratch) async throws -> Result
    ) async throws -> Result {
        let database = try TestDatabase.current()
        return try await database.withWorkspaceName { name in
            try await database.withConnection { connection in
                let workspace = try #require(Workspace(name))
                _ = try await workspace.migrate(on: connection)
                return try await body(
                    Scratch(
                        database: database, workspace: workspace, connection: connection,
                        log: EventLog(connection: connection, workspace: workspace)))
            }
        }
    }

    /// How many events are stored.
    func count() async throws -> Int64 {
        try await connection.query("SELECT count(*) FROM \(identifier: workspace.name).event") {
            row in try row.next(Int64.self)
        }[0]
    }

    /// Runs `statement` as `role` and answers the SQLSTATE that it met; nil where it succeeded.
    func state(of statement: String, as role: String? = nil) async throws -> SQLState? {
        let text = statement.split(separator: "WS.", omittingEmptySubsequences: false)
            .joined(separator: "\"\(workspace.name)\".")
        return try await database.withConnection { connection in
            do throws(PostgresError) {
                if let role { try await connection.run(script: "SET ROLE \(role)") }
                try await connection.run(script: text)
                return nil
            } catch {
                return error.state
            }
        }
    }
}

extension NewEvent {
    /// An event of `case/<case>`, with a key where one is given.
    static func make(
        _ id: EventID? = nil, in name: String = "case/acme-seizure", key: String? = nil,
        note: String = "x", type: String = "control.taken"
    ) throws -> NewEvent {
        let stream = try #require(StreamName(name))
        let keyed = key.flatMap { Slug($0) }.map { EventID(stream: stream, key: $0) }
        let members = [key.map { #""key":"\#($0)""# }, #""summary":"\#(note)""#]
        let body = "{" + members.compactMap(\.self).joined(separator: ",") + "}"
        return NewEvent(
            id: id ?? keyed ?? .random(), stream: stream, type: type, body: Array(body.utf8))
    }
}

extension EventID {
    /// An id that nobody has.
    static func random() -> EventID {
        EventID(
            milliseconds: UInt64.random(in: 0..<1 << 48),
            random: (0..<10).map { _ in UInt8.random(in: .min ... .max) })
    }
}

extension EventID {
    /// An id of version 5 that is of no event here: a client may hand it in for any of them.
    static let another = EventID(stream: .at("elsewhere"), key: StreamName.at("other").slug)
}

extension StreamName {
    /// The stream `case/<slug>` that a test writes out.
    static func at(_ slug: String) -> StreamName {
        guard let slug = Slug(slug) else { preconditionFailure("no slug: \(slug)") }
        return StreamName(.case, slug)
    }
}
