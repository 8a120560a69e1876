import TestSupport
import Testing

@Suite("rebuild --check", .serialized)
struct DamageTests {
    @Test("finds nothing in read models as they were made, and empty ones of an empty log")
    func whole() async throws {
        try await Desk.use { desk in
            #expect(try await desk.json("rebuild", "--check")["ok"] == true)
            try desk.write(Acme.file, to: "acme.yaml")
            try await desk.done("import", "acme.yaml")
            let answer = try await desk.json("rebuild", "--check")
            #expect(answer["schema"] == "cases.rebuild/1")
            #expect(answer["ok"] == true)
            #expect(answer["head"] == 8)
            #expect(answer["projections"].elements.allSatisfy { $0["differences"] == [] })
        }
    }

    @Test("finds each change by hand, names row and event, and a rebuild undoes it")
    func changed() async throws {
        try await Desk.withAcme { desk in
            let sound = try await desk.readModels()
            for damage in Damage.all {
                try await desk.sql(damage.script)
                try await check(damage, at: desk)
                #expect(try await desk.rebuilt() == sound, "\(damage.what)")
                #expect(try await desk.run("rebuild", "--check").exitCode == 0, "\(damage.what)")
            }
        }
    }

    private func check(_ damage: Damage, at desk: Desk) async throws {
        let comment = Comment(rawValue: damage.what)
        let told = try await desk.run("rebuild", "--check", "--json")
        #expect(told.exitCode == 1, comment)
        let answer = try JSON(told.stdout)
        #expect(answer["ok"] == false, comment)
        for line in answer["projections"].elements where line["name"].string != damage.model {
            #expect(line["differences"] == [], comment)
        }
        let line = answer["projections"].elements.first { $0["name"].string == damage.model }
        let difference = line?["differences"].elements.first ?? .null
        #expect(difference["kind"].string == damage.kind, comment)
        #expect(difference["key"] == damage.key, comment)
        #expect(difference["columns"] == damage.columns, comment)
        #expect(difference["event"].string == damage.event, comment)
        let text = try await desk.run("rebuild", "--check")
        #expect(text.exitCode == 1, comment)
        let words = text.output.split { $0 == "\n" || $0 == " " }.joined(separator: " ")
        #expect(words.contains("\(damage.model): \(damage.words)"), comment)
    }

    @Test("tells a letter from the same one in two parts, as the record does")
    func bytes() async throws {
        try await Desk.use { desk in
            try await desk.done("add-actor", "zoe", "--name", "Zo\u{eb}", "--type", "person")
            try await desk.sql("UPDATE WS.register SET name = E'Zoe\\u0308'")
            let told = try await desk.run("rebuild", "--check", "--json")
            #expect(told.exitCode == 1)
            let lines = try JSON(told.stdout)["projections"].elements
            let line = lines.first { $0["name"] == "registers" }
            #expect(line?["differences"].elements.first?["columns"] == ["name"])
        }
    }

    @Test("lists twenty rows, and counts the rest")
    func many() async throws {
        try await Desk.use { desk in
            let record = MadeUpRecord(cases: 6, happenings: 5)
            try await desk.record(record)
            // Of the five happenings of each of six cases one is retracted: 24 rows.
            try await desk.sql("UPDATE WS.timeline_entry SET type = 'x'")
            let told = try await desk.run("rebuild", "timelines", "--check", "--json")
            #expect(told.exitCode == 1)
            let line = try JSON(told.stdout)["projections"].elements[0]
            #expect(line["differences"].elements.count == 20)
            #expect(line["further_differences"] == 4)
            let text = try await desk.run("rebuild", "timelines", "--check")
            #expect(text.lines.contains("timelines: and 4 more rows"))
        }
    }

    @Test("looks at what is asked for only, and knows no other name")
    func some() async throws {
        try await Desk.withAcme { desk in
            try await desk.sql("UPDATE WS.case_state SET title = 'Mine'")
            #expect(try await desk.run("rebuild", "--check", "links").exitCode == 0)
            #expect(try await desk.run("rebuild", "--check", "links", "states").exitCode == 1)
            let refusal = Refusal(
                exitCode: 64, code: "usage",
                text: """
                    cases: there is no read model "state"
                           did you mean "states"?
                    """)
            try await refusal.check(["rebuild", "--check", "state"], at: desk)
        }
    }
}
