import TestSupport
import Testing

@Suite("Read models of a log whose end was replaced", .serialized)
struct ForkTests {
    private let words = """
        is not the one that the read models were made of
               the end of the log was replaced, by a restored backup perhaps: cases rebuild

        """

    private func refuses(_ desk: Desk, at position: Int) async throws {
        let told = try await desk.run("rebuild", "--check")
        #expect(told.exitCode == 65)
        #expect(told.errors.hasSuffix("cases: event \(position) \(words)"))
    }

    private func heals(_ desk: Desk) async throws {
        try await desk.done("rebuild")
        #expect(try await desk.run("rebuild", "--check").exitCode == 0)
        #expect(Set(try await desk.statuses().values) == ["current"])
    }

    @Test("are not kept on: whoever records is told of cases rebuild, which makes them anew")
    func replaced() async throws {
        try await Desk.withAcme { desk in
            try await desk.replaceTail("takes control", by: "lets go")
            try await refuses(desk, at: 8)
            let kept = try await desk.readModels()
            let told = try await desk.done("add-actor", "x", "--name", "X", "--type", "group")
            let remark = told.errors.split { $0 == "\n" || $0 == " " }.joined(separator: " ")
            #expect(remark.contains("event 8 is not the one that the read models were made of"))
            #expect(remark.contains("cases rebuild"))
            #expect(try await desk.head() == 9)
            #expect(try await desk.readModels() == kept)
            try await heals(desk)
            #expect(
                try await desk.texts(
                    "SELECT summary FROM WS.timeline_entry WHERE position = 8"
                ) == ["The ministry lets go of Acme."])
        }
    }

    @Test("are not trusted by readers, longer than the log or not")
    func cut() async throws {
        try await Desk.withAcme { desk in
            try await desk.cutTail()
            #expect(try await desk.listed()["events"] == 1)
            try await refuses(desk, at: 8)
            // Another event at the position up to which the read models tell of the log.
            let told = try await desk.done("add-actor", "x", "--name", "X", "--type", "group")
            #expect(told.errors.contains("event 8 is not the one"))
            #expect(try await desk.listed()["events"] == 1)
            try await refuses(desk, at: 8)
            try await heals(desk)
            #expect(try await desk.listed()["events"] == 1)
        }
    }

    @Test("are told to be ahead of a log that was cut off, with the remedy")
    func ahead() async throws {
        try await Desk.withAcme { desk in
            try await desk.cutTail()
            try await desk.cutTail()
            let answer = try await desk.json("projections")
            #expect(answer["head"] == 6)
            for line in answer["projections"].elements {
                #expect(line["status"] == "ahead" && line["lag"] == 0 && line["position"] == 8)
            }
            for line in try await desk.done("projections").lines.dropFirst().dropLast(2) {
                let words = line.split(separator: " ")
                #expect(words[2...3] == ["8", "0"])
                #expect(words[5...] == ["ahead", "by", "2:", "cases", "rebuild"])
            }
            try await heals(desk)
        }
    }

    @Test("whose leaf was moved with no event behind it are no better")
    func moved() async throws {
        try await Desk.withAcme { desk in
            try await desk.appendBySQL()
            try await desk.sql("UPDATE WS.projection SET position = 9")
            try await refuses(desk, at: 9)
            #expect(try await desk.listed()["events"] == 3)
            try await heals(desk)
        }
    }
}
