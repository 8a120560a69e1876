import EventLog
import Postgres
import Testing

/// Everybody who might try: the four roles, and the superuser, who may do all else.
private let everybody = [
    "cases_owner", "cases_writer", "cases_projector", "cases_reader", "cases_signer", "postgres",
]

@Suite("What is recorded stays")
struct ImmutabilityTests {
    @Test("nobody changes, removes or empties events", arguments: everybody)
    func events(role: String) async throws {
        try await recorded { scratch in
            let attempts = [
                "UPDATE WS.event SET type = 'threat.made'",
                "UPDATE WS.event SET position = 2 WHERE position = 1",
                "DELETE FROM WS.event",
                "DELETE FROM WS.event WHERE false",
                "TRUNCATE WS.event",
                "TRUNCATE WS.event CASCADE",
                """
                INSERT INTO WS.event SELECT * FROM WS.event
                ON CONFLICT (position) DO UPDATE SET type = 'threat.made'
                """,
                """
                MERGE INTO WS.event e USING WS.head h ON e.position = h.position
                WHEN MATCHED THEN DELETE
                """,
            ]
            try await expectRefusals(of: attempts, as: role, scratch)
        }
    }

    @Test("nobody takes away the tip of the log or the record of migrations", arguments: everybody)
    func headAndMigrations(role: String) async throws {
        try await recorded { scratch in
            let attempts = [
                "DELETE FROM WS.head", "TRUNCATE WS.head",
                "UPDATE WS.migration SET applied_at = now()",
                "DELETE FROM WS.migration", "TRUNCATE WS.migration",
            ]
            try await expectRefusals(of: attempts, as: role, scratch)
        }
    }

    @Test("not even a superuser who claims to be a replica")
    func replica() async throws {
        try await recorded { scratch in
            for attempt in [
                "UPDATE WS.event SET type = 'threat.made'", "DELETE FROM WS.event",
                "TRUNCATE WS.event", "DELETE FROM WS.head", "TRUNCATE WS.head",
                "DELETE FROM WS.migration",
            ] {
                let state = try await scratch.state(
                    of: "SET session_replication_role = replica; \(attempt)")
                #expect(state == .immutableRecord, "\(attempt)")
            }
        }
    }

    @Test(
        "nobody else has a right to insert or to move the head",
        arguments: ["cases_writer", "cases_projector", "cases_reader", "cases_signer"])
    func insert(role: String) async throws {
        try await recorded { scratch in
            let attempts = [
                "INSERT INTO WS.event SELECT * FROM WS.event",
                "INSERT INTO WS.head VALUES (false, 1, now())",
                "UPDATE WS.head SET position = position + 1",
                "INSERT INTO WS.migration VALUES ('x', '\\x00')",
            ]
            for attempt in attempts {
                let state = try await scratch.state(of: attempt, as: role)
                #expect(state == .insufficientPrivilege, "\(attempt)")
            }
        }
    }

    @Test("the owner, through whom append writes, inserts and moves the head by append alone")
    func owner() async throws {
        try await recorded { scratch in
            let attempts = [
                "INSERT INTO WS.event SELECT * FROM WS.event",
                "INSERT INTO WS.event SELECT * FROM WS.event WHERE false",
                "UPDATE WS.head SET position = position + 1",
                "DO $$ BEGIN UPDATE WS.head SET recorded_at = now(); END $$",
            ]
            for attempt in attempts {
                let state = try await scratch.state(of: attempt, as: "cases_owner")
                #expect(state == .immutableRecord, "\(attempt)")
            }
            // What the owner's rights are for goes on.
            let append = """
                SELECT WS.append(gen_random_uuid(), 'case/a', 'note.added', '{}', 'x');
                SELECT WS.append(ARRAY[gen_random_uuid()], '{case/a}', '{note.added}',
                    ARRAY['{}'::json], 'x', '{}', '{}')
                """
            #expect(try await scratch.state(of: append, as: "cases_owner") == nil)
            #expect(try await scratch.log.head() == 4)
        }
    }

    private func expectRefusals(
        of attempts: [String], as role: String, _ scratch: Scratch
    ) async throws {
        for attempt in attempts {
            let state = try await scratch.state(of: attempt, as: role)
            #expect(state == .immutableRecord || state == .insufficientPrivilege, "\(attempt)")
        }
        #expect(try await scratch.count() == 2)
        #expect(try await scratch.log.head() == 2)
    }
}

@Suite("The one erasure")
struct ErasureTests {
    @Test("the owner takes away body and salt of an event, and all else stays")
    func erased() async throws {
        try await recorded { scratch in
            let before = try await scratch.log.events(in: .at("acme-seizure"))
            let state = try await scratch.state(
                of: "UPDATE WS.event SET body = NULL, salt = NULL WHERE position = 1",
                as: "cases_owner")
            #expect(state == nil)
            let after = try await scratch.log.events(in: .at("acme-seizure"))
            #expect(after[0].body == nil && after[0].salt == nil)
            #expect(after[0].leaf == before[0].leaf && after[0].digest == before[0].digest)
            #expect(after[0].key == "seizure")
            #expect(after[1] == before[1])
        }
    }

    @Test("anything less, more or else is refused, and so is a second time")
    func exactly() async throws {
        try await recorded { scratch in
            let attempts = [
                "UPDATE WS.event SET body = NULL",
                "UPDATE WS.event SET salt = NULL",
                "UPDATE WS.event SET body = NULL, salt = NULL, key = NULL",
                "UPDATE WS.event SET body = NULL, salt = NULL, recorded_at = now()",
                "UPDATE WS.event SET body = '{}', salt = NULL",
                "UPDATE WS.event SET body = body",
            ]
            for attempt in attempts {
                let state = try await scratch.state(of: attempt, as: "cases_owner")
                #expect(state == .immutableRecord, "\(attempt)")
            }
            let erasure = "UPDATE WS.event SET body = NULL, salt = NULL"
            #expect(try await scratch.state(of: erasure, as: "cases_owner") == nil)
            #expect(try await scratch.state(of: erasure, as: "cases_owner") == .immutableRecord)
        }
    }

    @Test("nobody else may erase", arguments: everybody.filter { $0 != "cases_owner" })
    func others(role: String) async throws {
        try await recorded { scratch in
            let erasure = "UPDATE WS.event SET body = NULL, salt = NULL"
            let state = try await scratch.state(of: erasure, as: role)
            #expect(state == .immutableRecord || state == .insufficientPrivilege)
        }
    }
}

/// A workspace with two events.
private func recorded(_ body: (Scratch) async throws -> Void) async throws {
    try await Scratch.use { scratch in
        _ = try await scratch.log.append([.make(key: "seizure"), .make()], by: "anna")
        try await body(scratch)
    }
}
