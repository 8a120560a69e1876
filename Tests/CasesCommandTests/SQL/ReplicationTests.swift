import Postgres
import TestSupport
import Testing

@Suite("The publication on the page on SQL", .serialized, .timeLimit(.minutes(5)))
struct ReplicationTests {
    @Test("replicates what is recorded, and what is erased, to the table on the page")
    func replicated() async throws {
        try await OwnServer.use { server in
            let desk = server.desk
            try await desk.sql("ALTER SYSTEM SET wal_level = 'logical'")
            try await desk.done("db", "stop")
            try await desk.done("db", "start")
            try desk.write(Acme.file, to: "acme.yaml")
            try await desk.done("import", "acme.yaml")
            try await publish(desk)
            try await desk.sql("CREATE DATABASE copy")
            let copy = TestDatabase(
                address: desk.database.address.replacing("/cases?", with: "/copy?"))
            try await subscribe(copy, to: desk)
            try await awaitEvents(8, erased: 0, in: copy)
            try await desk.done(
                "erase", "acme-seizure/seizure", "--reason", "A court ordered it.", "--yes")
            try await awaitEvents(9, erased: 1, in: copy)
            try await copy.withConnection { connection in
                try await connection.run(script: "DROP SUBSCRIPTION cases_log")
            }
        }
    }

    /// As somebody who may create in the database and is a member of the owner's role.
    private func publish(_ desk: Desk) async throws {
        let statements = try #require(try SQLPage().block("CREATE PUBLICATION"))
            .split(separator: "\n").map(String.init)
        try await desk.sql(
            """
            CREATE ROLE keeper LOGIN IN ROLE cases_owner;
            GRANT CREATE ON DATABASE cases TO keeper;
            SET ROLE keeper;
            \(statements[0])
            RESET ROLE;
            \(statements[1])
            """)
        // A subscription that connects to its own server waits for itself to make the slot.
        try await desk.sql("SELECT pg_create_logical_replication_slot('cases_log', 'pgoutput')")
        let tables = try await desk.texts(
            "SELECT tablename FROM pg_publication_tables WHERE pubname = 'cases_log'")
        #expect(tables == ["event"])
    }

    private func subscribe(_ copy: TestDatabase, to desk: Desk) async throws {
        let table = try #require(try SQLPage().block("CREATE SCHEMA"))
        let address = desk.database.address.replacing("user=postgres", with: "user=copier")
        let subscription = try #require(try SQLPage().block("CREATE SUBSCRIPTION"))
            .replacing("host=db.example dbname=record user=copier", with: address)
            .replacing(";", with: " WITH (create_slot = false, slot_name = 'cases_log');")
        try await copy.withConnection { connection in
            try await connection.run(script: table)
            try await connection.run(script: subscription)
        }
    }

    /// Waits until the copy has so many events, of which so many are erased.
    private func awaitEvents(_ count: Int64, erased: Int64, in copy: TestDatabase) async throws {
        var found: [[Int64]] = []
        for _ in 0..<600 where found != [[count, erased]] {
            try await Task.sleep(for: .milliseconds(100))
            found = try await copy.withConnection { connection in
                try await connection.query(
                    "SELECT count(*), count(*) FILTER (WHERE body IS NULL) FROM cases.event"
                ) { row in [try row.next(Int64.self), try row.next(Int64.self)] }
            }
        }
        #expect(found == [[count, erased]])
    }
}
