import Foundation
import Ledger
import TestSupport
import Testing

@Suite("A log that went back or was rewritten is refused", .serialized)
struct WentBackTests {
    /// What an owner or a superuser may do to a log, with digests, leaves, times and numbers made to
    /// fit, so that it is sound in itself.
    enum Damage: CaseIterable {
        case lastEventRewritten, lastEventTakenOut, streamTakenOut, eventsSwapped, eventInserted

        func apply(to desk: Desk) async throws {
            switch self {
            case .lastEventRewritten:
                try await desk.replaceTail("takes control", by: "gives up")
            case .lastEventTakenOut: try await desk.cutTail()
            case .streamTakenOut: try await desk.rewrite(Damage.takingOut)
            case .eventsSwapped: try await desk.rewrite(Damage.swapping)
            case .eventInserted: try await desk.rewrite(Damage.inserting)
            }
        }

        /// Where verification says that it is: a checkpoint of the whole log does not tell what was
        /// changed, only what is missing at the end.
        var position: Int64 {
            switch self {
            case .lastEventTakenOut, .streamTakenOut: 8
            case .lastEventRewritten, .eventsSwapped, .eventInserted: 1
            }
        }

        private static let leaf =
            "WS.leaf(WS.header(e.stream, e.version, e.id, e.type, o.at, e.recorded_by, e.digest))"

        private static let takingOut = """
            DELETE FROM WS.event WHERE position = 2;
            UPDATE WS.event SET position = position + 1000 WHERE position > 2;
            UPDATE WS.event SET position = position - 1001 WHERE position > 1000;
            UPDATE WS.head SET position = position - 1;
            """

        private static let swapping = """
            UPDATE WS.event e SET position = 1007 - e.position, recorded_at = o.at, leaf = \(leaf)
            FROM (SELECT position AS p, recorded_at AS at FROM WS.event) o
            WHERE e.position IN (3, 4) AND o.p = 7 - e.position;
            UPDATE WS.event SET position = position - 1000 WHERE position > 1000;
            """

        private static let inserting = """
            UPDATE WS.event e SET position = e.position + 1001, recorded_at = o.at, leaf = \(leaf)
            FROM (
                SELECT position AS p, recorded_at + interval '1 microsecond' AS at FROM WS.event
            ) o WHERE e.position > 3 AND o.p = e.position;
            UPDATE WS.event SET position = position - 1000 WHERE position > 1000;
            INSERT INTO WS.event (position, version, recorded_at, language, id, stream, type,
                recorded_by, digest, leaf, salt, body)
            SELECT 4, 1, at, 1, i, 'actor/eve', 'note.added', 'eve/eve', d,
                WS.leaf(WS.header('actor/eve', 1, i, 'note.added', at, 'eve/eve', d)), s, '{}'
            FROM (
                SELECT recorded_at - interval '1 microsecond' AS at,
                    '01900000-0000-7000-8000-000000000001'::uuid AS i, salt AS s,
                    sha256(salt || '{}') AS d FROM WS.event WHERE position = 5
            ) AS new;
            UPDATE WS.head SET position = position + 1,
                recorded_at = recorded_at + interval '1 microsecond';
            """
    }

    @Test(
        "by verify with a saved checkpoint, by the signer, and by a client that saw one",
        arguments: Damage.allCases)
    func refused(damage: Damage) async throws {
        try await Desk.withAcme { desk in
            _ = try await desk.newKey()
            let signed = try await desk.done("log", "sign", "--key", "log.key")
            try desk.write(signed.output, to: "saved.txt")
            try await damage.apply(to: desk)
            // In itself the log is sound.
            #expect(try await desk.json("verify")["ok"] == true)

            let told = try await desk.run("verify", "--checkpoint", "saved.txt", "--json")
            let problems = try JSON(told.stdout)["problems"].elements
            #expect(told.exitCode == 1)
            #expect(problems.compactMap { $0["position"].integer } == [damage.position])

            let state = try desk.text(of: "log.key.last")
            let signing = try await desk.run("log", "sign", "--key", "log.key")
            #expect(signing.exitCode == 1 && signing.output.isEmpty)
            #expect(try desk.text(of: "log.key.last") == state)
            #expect(try await desk.texts("SELECT count(*)::text FROM WS.checkpoint") == ["1"])

            let proving = try await desk.run("log", "prove", "acme-seizure/warning")
            #expect(proving.exitCode == 1 && proving.output.isEmpty)
        }
    }

    @Test(
        "two histories signed by one stolen key: the second is refused, and both are kept",
        arguments: Damage.allCases)
    func splitView(damage: Damage) async throws {
        try await Desk.withAcme { desk in
            let key = try await desk.newKey()
            try await desk.done("log", "sign", "--key", "log.key")
            let seen = try await desk.done("log", "checkpoint", "--signed-by", "\(key)")
            try await damage.apply(to: desk)
            #expect(try await desk.run("verify").exitCode == 1)
            try await desk.sql("DELETE FROM WS.checkpoint")
            // The thief has the key, and not the file with the last checkpoint.
            let second = try await desk.done(
                "log", "sign", "--key", "log.key", "--state", "thief.last")
            let refused = try await desk.run("log", "checkpoint", "--signed-by", "\(key)")
            #expect(refused.exitCode == 1 && refused.output.isEmpty)
            let files = try desk.stateFiles()
            #expect(files.values.contains(seen.output) && files.values.contains(second.output))
            #expect(files.keys.allSatisfy { refused.errors.contains($0) || !$0.contains(".") })
            try await desk.done("db", "forget")
            let after = try await desk.done("log", "checkpoint", "--signed-by", "\(key)")
            #expect(after.output == second.output)
        }
    }

    @Test("a checkpoint of a longer log is refused until the log is as long again")
    func restoredBackup() async throws {
        try await Desk.withAcme { desk in
            _ = try await desk.newKey()
            let before = try await desk.done("log", "sign", "--key", "log.key")
            try desk.write(before.output, to: "before.txt")
            try await desk.done("close", "acme-seizure", "--outcome", "Over.")
            try await desk.done("log", "sign", "--key", "log.key")
            try await desk.done("log", "checkpoint")
            try await desk.cutTail()
            try await desk.sql(
                "DELETE FROM WS.checkpoint WHERE size = 9")
            #expect(try await desk.run("log", "consistency", "before.txt").exitCode == 1)
            let text = try await desk.run("log", "checkpoint").errors
            #expect(text.contains("the log went back: a checkpoint of 9 events is known"))
        }
    }
}

extension Desk {
    /// Changes the log as a superuser may who switches the triggers off and on.
    fileprivate func rewrite(_ script: String) async throws {
        try await sql(
            """
            ALTER TABLE WS.event DISABLE TRIGGER ALL; ALTER TABLE WS.head DISABLE TRIGGER ALL;
            \(script)
            ALTER TABLE WS.event ENABLE TRIGGER ALL; ALTER TABLE WS.head ENABLE TRIGGER ALL;
            """)
    }

    /// The files in which the program remembers the log, by name.
    func stateFiles() throws -> [String: String] {
        let folder = path(of: ".local/state/cases")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        return Dictionary(
            uniqueKeysWithValues: try names.map {
                ($0, try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8))
            })
    }
}
