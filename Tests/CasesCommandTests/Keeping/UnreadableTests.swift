import TestSupport
import Testing

@Suite("An event that cannot be read", .serialized)
struct UnreadableTests {
    /// A kind of event that another program, or the owner, may have put into the log.
    struct Kind: Sendable, CustomTestStringConvertible {
        let name: String
        var type = "note.added"
        var language = 1
        let body: String
        var testDescription: String { name }
    }

    private static let kinds = [
        Kind(name: "of an unknown type", type: "threat.foreseen", body: #"{"data":{"text":"x"}}"#),
        Kind(name: "of a later version", language: 2, body: #"{"data":{"text":"x"}}"#),
        Kind(name: "without a field that it must have", body: #"{"data":{}}"#),
        Kind(name: "with a field that is not known", body: #"{"data":{"mood":"x","text":"x"}}"#),
        Kind(name: "in a stream where it may not stand", type: "actors.merged", body: "{}"),
        Kind(
            name: "with a date that is none", type: "threat.made",
            body: #"{"data":{"threatened":"x"},"no_source":"x","occurred":"2031-13"}"#),
        Kind(name: "with a name twice", body: #"{"data":{"text":"x"},"data":{"text":"y"}}"#),
        Kind(name: "with a number beyond all bounds", body: #"{"data":{"text":1e400}}"#),
        Kind(name: "with a control character", body: #"{"data":{"text":"\u001b"}}"#),
        Kind(
            name: "that is 3,000 deep",
            body: #"{"data":"# + String(repeating: "[", count: 3_000)
                + String(repeating: "]", count: 3_000) + "}"),
        Kind(
            name: "that corrects another into what cannot be read", type: "event.corrected",
            body: #"{"data":{"event":"acme-seizure/seizure","reason":"typo","#
                + #""set":{"occurred":"never"}},"no_source":"x"}"#),
    ]

    @Test("costs its own case, is named, and can be retracted", arguments: kinds)
    func isolated(_ kind: Kind) async throws {
        try await Desk.withAcme { desk in
            try await desk.done("open", "healthy", "--title", "Another case")
            try await desk.plant(kind)
            for keeps in [false, true] {
                // Once folded by the readers, once from what somebody keeps.
                if keeps { try await desk.note("healthy", "kept") }
                try await others(at: desk, after: keeps)
            }
            try await listed(at: desk)
            let stopped = try await desk.run("show", "acme-seizure")
            #expect(stopped.exitCode == 65)
            #expect(stopped.errors.contains("event 10 cannot be read: "))
            try await retracted(at: desk)
        }
    }

    /// Every answer about others is given; those that the case belongs to name its event.
    private func others(at desk: Desk, after keeps: Bool) async throws {
        let about = [
            ["list"], ["search", "ministry"], ["conflicts"], ["conflicts", "healthy"],
            ["sources"], ["sources", "gazette-2031-04-02"], ["timeline"],
        ]
        for command in about {
            let answer = try await desk.program.run(command + ["--json"])
            #expect(answer.exitCode == 0, "\(command): \(answer.errors)")
            let left = try JSON(answer.stdout)["unreadable"].elements
            #expect(left.map { $0["event"].string } == ["acme-seizure#4"], "\(command)")
            #expect(left.map { $0["position"].integer } == [10], "\(command)")
            #expect(left.first?["reason"].string?.isEmpty == false, "\(command)")
            #expect(answer.errors.hasPrefix("cases: left out: acme-seizure#4, event 10,"))
        }
        let cases = try await desk.json("list")["cases"].elements.map { $0["case"].string }
        #expect(cases == ["healthy"])
        for command in ["show", "chain", "timeline"] {
            let answer = try await desk.run(command, "healthy", "--json")
            #expect(answer.exitCode == 0, "\(command): \(answer.errors)")
            #expect(try JSON(answer.stdout)["unreadable"].elements.isEmpty)
        }
    }

    /// The read models go on without the case, and say what stops it; so does doctor.
    private func listed(at desk: Desk) async throws {
        #expect(Set(try await desk.statuses().values) == ["current"])
        let left = try await desk.json("projections")["unreadable"].elements
        #expect(left.map { $0["event"].string } == ["acme-seizure#4"])
        #expect(try await desk.run("rebuild").exitCode == 0)
        #expect(try await desk.run("rebuild", "--check").exitCode == 0)
        let doctor = try await desk.run("doctor")
        #expect(doctor.exitCode == 1)
        #expect(doctor.output.contains("BAD events: cannot be read: acme-seizure#4, event 10:"))
    }

    /// A retraction lets the case be read as if the event were not there.
    private func retracted(at desk: Desk) async throws {
        let told = try await desk.done("retract", "acme-seizure#4", "--reason", "another program")
        #expect(told.errors.contains("id "))
        #expect(!told.errors.contains("read models"))
        let show = try await desk.json("show", "acme-seizure")
        #expect(show["last_event"] == "acme-seizure/seizure")
        #expect(show["controls"].elements.count == 1)
        let list = try await desk.json("list")
        #expect(list["cases"].elements.count == 2)
        #expect(list["unreadable"].elements.isEmpty)
        #expect(try await desk.json("projections")["unreadable"].elements.isEmpty)
        #expect(try await desk.run("rebuild", "--check").exitCode == 0)
        #expect(try await desk.run("doctor").exitCode == 0)
        // Before the retraction the case was not to be read.
        let before = try await desk.run("show", "acme-seizure", "--known-at", "10")
        #expect(before.exitCode == 65)
    }

    @Test("at the beginning of a stream can be retracted, too")
    func first() async throws {
        try await Desk.withAcme { desk in
            try await desk.sql(
                "SELECT WS.append(gen_random_uuid(), 'case/c', 'foo.bar', '{}', 'newer')")
            #expect(try await desk.run("list").exitCode == 0)
            try await desk.done("retract", "c#1", "--reason", "another program")
            #expect(try await desk.json("list")["unreadable"].elements.isEmpty)
        }
    }

    @Test("stops its source, and whoever names that source is answered")
    func source() async throws {
        try await Desk.withAcme { desk in
            try await desk.sql(
                """
                SELECT WS.append(gen_random_uuid(), 'source/gazette-2031-04-02', 'foo.bar', '{}', 'x')
                """)
            let show = try await desk.json("show", "acme-seizure")
            #expect(show["controls"].elements.count == 1)
            let timeline = try await desk.json("timeline", "acme-seizure")
            #expect(
                timeline["unreadable"].elements.map { $0["event"].string } == [
                    "source/gazette-2031-04-02#2"
                ])
            #expect(try await desk.run("sources", "gazette-2031-04-02").exitCode == 65)
        }
    }
}

extension Desk {
    /// Puts an event behind the small case as its owner may, past `append`.
    fileprivate func plant(_ kind: UnreadableTests.Kind) async throws {
        try await sql(
            """
            INSERT INTO WS.event
            SELECT h.position + 1, 4, h.recorded_at + interval '1 microsecond', \(kind.language),
                i.id, 'case/acme-seizure', '\(kind.type)', 'postgres/other', NULL, d.digest,
                WS.leaf(WS.header(
                    'case/acme-seizure', 4, i.id, '\(kind.type)',
                    h.recorded_at + interval '1 microsecond', 'postgres/other', d.digest)),
                i.salt, b.body
            FROM WS.head h, (SELECT $$\(kind.body)$$::json AS body) b,
                (SELECT gen_random_uuid() AS id, uuid_send(gen_random_uuid()) AS salt) i,
                LATERAL (
                    SELECT sha256(i.salt || convert_to(b.body::text, 'UTF8')) AS digest
                ) d;
            UPDATE WS.head SET position = position + 1,
                recorded_at = recorded_at + interval '1 microsecond';
            """)
    }

    /// Records a note, and with it keeps the read models.
    fileprivate func note(_ name: String, _ key: String) async throws {
        let told = try await done(
            "add-event", name, "note.added", "--key", key, "--set", "text=x")
        #expect(!told.errors.contains("read model"))
    }
}
