import Foundation
import TestSupport
import Testing

@Suite("erase", .serialized)
struct EraseTests {
    @Test("removes what an event says and records that it did; nothing happens without --yes")
    func erase() async throws {
        try await Desk.withAcme { desk in
            let root = try await desk.json("verify")["root"]
            let command = ["erase", "acme-seizure/warning", "--reason", "court order"]
            let asked = try await desk.done(command)
            #expect(asked.output.hasSuffix("Nothing was erased: add --yes to erase it.\n"))
            #expect(try await desk.head() == 8)
            #expect(try await desk.json("verify")["erased"] == 0)

            let done = try await desk.done(command + ["--yes"])
            #expect(
                done.output == """
                    recorded 9  acme-seizure#4
                    1 recorded, 0 duplicates; head 9

                    """)
            let gone = try await desk.texts(
                "SELECT position::text FROM WS.event WHERE body IS NULL AND salt IS NULL")
            #expect(gone == ["7"])
            let verified = try await desk.json("verify")
            #expect(verified["ok"] == true && verified["erased"] == 1 && verified["root"] != root)
            #expect(try await desk.run("rebuild", "--check").exitCode == 0)
        }
    }

    @Test("is told with the day and the reason, in text and in JSON")
    func told() async throws {
        try await Desk.withAcme { desk in
            try await desk.done(
                "erase", "acme-seizure/warning", "--reason", "court order", "--yes")
            let day = try await desk.texts(
                "SELECT (recorded_at AT TIME ZONE 'UTC')::date::text FROM WS.event WHERE position = 9"
            )
            let words = "What it said was erased on \(day[0]): court order"
            for command in [["timeline"], ["chain", "acme-seizure"]] {
                let told = try await desk.done(command).output
                let flat = told.split(whereSeparator: \.isWhitespace).filter { $0 != "│" }
                #expect(flat.joined(separator: " ").contains(words), "\(command)")
            }
            let event = try await desk.json("show", "acme-seizure/warning")
            #expect(event["erased"] == true)
            #expect(event["erasure"]["reason"] == "court order")
            #expect(event["erasure"]["event"] == "acme-seizure#4")
            let entries = try await desk.json("timeline")["entries"].elements
            let erased = entries.filter { $0["erased"] == true }
            #expect(erased.map { $0["erasure"]["reason"] } == ["court order"])
        }
    }

    @Test("of a registration is told by every answer that names it, and of a case by its title")
    func registration() async throws {
        try await Desk.withAcme { desk in
            for (event, reason) in [
                ("actor/acme/registered", "order 2"),
                ("source/letter-2031-04-10/captured", "order 3"),
                ("acme-seizure/opened", "order 4"),
            ] {
                try await desk.done("erase", event, "--reason", reason, "--yes")
            }
            let actors = try await desk.json("actors")
            let acme = actors["actors"].elements.first { $0["actor"] == "acme" }
            #expect(acme != nil && acme?["name"].string == nil)
            let told = actors["erased_registrations"].elements
            #expect(told.map { $0["register"] } == ["actor/acme"])
            #expect(told.map { $0["erasure"]["reason"] } == ["order 2"])
            for command in [["actors"], ["timeline"], ["chain", "acme-seizure"]] {
                let flat = try await desk.done(command).output
                    .split(whereSeparator: \.isWhitespace).joined(separator: " ")
                #expect(
                    flat.contains("what was registered as actor/acme was erased on"), "\(command)")
                #expect(flat.contains(": order 2"), "\(command)")
            }
            let source = try await desk.json("sources", "letter-2031-04-10")
            #expect(source["sources"].elements.map { $0["title"].string } == [nil])
            #expect(source["erased_registrations"].elements[0]["erasure"]["reason"] == "order 3")
            let corrected = try await desk.run(
                "correct", "actor/acme/registered", "--set", "name=Acme", "--reason", "typo",
                "--no-source", "A test.")
            #expect(corrected.exitCode == 65 && corrected.errors.contains("nothing to correct"))
            #expect(try await desk.done("list").output.contains("(title erased)"))
            #expect(try await desk.done("show", "acme-seizure").lines.first == "(title erased)")
            #expect(try await desk.run("rebuild", "--check").exitCode == 0)
        }
    }

    @Test("is told for times before it was recorded, too: what it said is gone from them as well")
    func before() async throws {
        try await Desk.withAcme { desk in
            try await desk.done(
                "erase", "acme-seizure/warning", "--reason", "court order", "--yes")
            for command in [["timeline"], ["show", "acme-seizure/warning"]] {
                let told = try await desk.done(command + ["--known-at", "8"]).output
                #expect(told.contains(": court order"), "\(command)")
            }
            #expect(try await desk.json("timeline", "--known-at", "8")["known_at"] == 8)
        }
    }

    @Test("lists the events that name it, which may repeat what it says")
    func repeated() async throws {
        try await Desk.withAcme { desk in
            try await desk.done(
                "correct", "acme-seizure/warning", "--set", "summary=The ministry warns.",
                "--reason", "typo", "--no-source", "A test.")
            let asked = try await desk.done(
                "erase", "acme-seizure/warning", "--reason", "court order")
            // The correction, and the seizure, which is linked to it.
            #expect(
                asked.errors.contains("they repeat it: acme-seizure/seizure, acme-seizure#4"))
            let alone = try await desk.done(
                "erase", "acme-seizure/seizure", "--reason", "court order")
            #expect(!alone.errors.contains("repeat"))
        }
    }

    @Test("happens once, and not to an erasure; the same one sent again is a duplicate")
    func once() async throws {
        try await Desk.withAcme { desk in
            let id = "01900000-0000-7000-8000-000000000001"
            let command = [
                "erase", "acme-seizure/warning", "--reason", "court order", "--yes", "--id", id,
            ]
            try await desk.done(command)
            let again = try await desk.done(command)
            #expect(again.output.contains("0 recorded, 1 duplicate"))
            let other = try await desk.run(
                "erase", "acme-seizure/warning", "--reason", "another one", "--yes")
            #expect(other.exitCode == 64 && other.errors.contains("was erased on"))
            let itself = try await desk.run("erase", id, "--reason", "shame", "--yes")
            #expect(itself.exitCode == 64)
            #expect(try await desk.run("erase", "acme-seizure/no", "--reason", "x").exitCode == 4)
            #expect(try await desk.head() == 9)
        }
    }

    @Test("is recorded by no other command, and done by no other role than the owner's")
    func alone() async throws {
        try await Desk.withAcme { desk in
            let line = """
                {"stream":"case/acme-seizure","key":"gone","type":"body.erased",\
                "data":{"event":"acme-seizure/warning","reason":"none"}}
                """
            try desk.write(line + "\n", to: "false.jsonl")
            let imported = try await desk.run("import", "false.jsonl")
            #expect(imported.exitCode == 65)
            #expect(imported.errors.contains("only cases erase records an erasure"))
            let role = "writes_" + String(UInt64.random(in: .min ... .max), radix: 36)
            try await desk.sql("CREATE ROLE \(role) LOGIN IN ROLE cases_writer")
            let address = desk.database.address.replacing("user=postgres", with: "user=\(role)")
            let refused = try await desk.run(
                "erase", "acme-seizure/warning", "--reason", "mine", "--yes", "--db", address)
            try await desk.sql("DROP ROLE \(role)")
            #expect(refused.exitCode == 77)
            #expect(try await desk.head() == 8)
            #expect(try await desk.json("verify")["erased"] == 0)
        }
    }

    @Test("leaves a record with three erased bodies that answers, exports, rebuilds and verifies")
    func three() async throws {
        try await Desk.withAcme { desk in
            let key = try await desk.newKey()
            let before = try await desk.done("log", "sign", "--key", "log.key")
            try desk.write(before.output, to: "before.txt")
            for event in [
                "acme-seizure/seizure", "source/letter-2031-04-10/captured",
                "actor/acme/registered",
            ] {
                try await desk.done("erase", event, "--reason", "court order", "--yes")
            }
            try await desk.done("log", "sign", "--key", "log.key")
            for command in [
                ["list"], ["show", "acme-seizure"], ["timeline"], ["chain", "acme-seizure"],
                ["conflicts"], ["search", "ministry"], ["sources"], ["measures"], ["actors"],
                ["due"], ["answers"], ["show", "acme-seizure/seizure"], ["doctor"], ["projections"],
                ["diff", "acme-seizure", "--from", "1", "--to", "11"],
                ["export", "--format", "jsonl"], ["export", "acme-seizure", "--format", "jsonl"],
                ["rebuild"], ["rebuild", "--check"], ["verify", "--checkpoint", "before.txt"],
                ["publish", "site"], ["report", "acme-seizure", "--out", "report.html"],
                ["report", "acme-seizure", "--bundle", "bundle"],
                ["log", "consistency", "before.txt"], ["log", "prove", "acme-seizure/seizure"],
                ["verify", "--bundle", "bundle", "--signed-by", "\(key)"],
            ] { try await desk.done(command) }
            let python = try await desk.program.run(shell: "python3 bundle/verify.py '\(key)'")
            // The source that only the erased seizure named is not in the bundle of the case.
            #expect(python.exitCode == 0 && python.output.contains("bodies erased: 2"))
            let site = try await desk.program.run(
                shell: "grep -rl 'erased on' site report.html bundle/report.html | wc -l")
            #expect(Int(site.output.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0 > 3)
            let traces = try await desk.program.run(
                shell: "grep -rl 'takes control of Acme' site bundle")
            #expect(traces.output.isEmpty)
        }
    }
}
