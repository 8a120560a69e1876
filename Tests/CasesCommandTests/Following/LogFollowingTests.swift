import TestSupport
import Testing

@Suite("The log, followed", .serialized)
struct LogFollowingTests {
    private func note(_ key: String, at desk: Desk) async throws {
        try await desk.done(
            "add-event", "acme-seizure", "note.added", "--key", key, "--set", "text=x")
    }

    private func positions(_ lines: [String]) throws -> [Int64?] {
        try lines.map { try JSON(Array($0.utf8))["position"].integer }
    }

    @Test("is printed from a position to its end, as export prints it")
    func once() async throws {
        try await Desk.withAcme { desk in
            let whole = try await desk.done("follow", "--from", "0", "--once").lines
            #expect(whole == (try await desk.done("export", "--format", "jsonl").lines))
            let rest = try await desk.done("follow", "--from", "6", "--once").lines
            #expect(try positions(rest) == [7, 8])
            #expect(try await desk.done("follow", "--once").lines == [])
        }
    }

    @Test("is printed as it grows, and ends well when it is told to")
    func grows() async throws {
        try await Desk.withAcme { desk in
            let running = try desk.program.start([
                "follow", "--from", "7", "--subscription", "place",
            ])
            try await eventually("the first event is printed") {
                try running.outputSoFar().contains("\"position\":8")
            }
            try await note("more", at: desk)
            try await eventually("the new event is printed") {
                try running.outputSoFar().contains("\"position\":9")
            }
            running.terminate()
            let told = try await running.outcome()
            #expect(told.exitCode == 0)
            #expect(try positions(told.lines) == [8, 9])
            #expect(try await desk.done("follow", "--subscription", "place", "--once").lines == [])
        }
    }

    @Test("goes on where the subscription is, also behind events of other cases")
    func cases() async throws {
        try await Desk.withAcme { desk in
            try await desk.done("open", "other", "--title", "Other")
            let command = ["follow", "--case", "acme-seizure", "--subscription", "place", "--once"]
            let first = try await desk.done(command + ["--from", "0"]).lines
            #expect(try positions(first) == [6, 7, 8])
            #expect(try desk.text(of: "place").contains("\"place\":\"9@"))
            try await note("more", at: desk)
            #expect(try positions(try await desk.done(command).lines) == [10])
        }
    }

    @Test("is not followed where its end was replaced, or went back")
    func replaced() async throws {
        try await Desk.withAcme { desk in
            let command = ["follow", "--subscription", "place", "--once"]
            try await desk.done(command)
            try await desk.replaceTail("management", by: "everything")
            try await note("more", at: desk)
            let told = try await desk.program.run(command)
            #expect(told.exitCode == 1)
            #expect(told.output == "")
            #expect(told.errors.contains("the event at position 8 is another one than before"))
            let beyond = try await desk.run("follow", "--from", "99", "--once")
            #expect(beyond.exitCode == 4)
            #expect(beyond.errors.contains("there is no event at position 99"))
        }
    }

    @Test("has one process for a subscription, and only cases that are there")
    func alone() async throws {
        try await Desk.withAcme { desk in
            let running = try desk.program.start([
                "follow", "--from", "7", "--subscription", "place",
            ])
            try await eventually("the first event is printed") {
                try running.outputSoFar().contains("\"position\":8")
            }
            let second = try await desk.run("follow", "--subscription", "place", "--once")
            #expect(second.exitCode == 75)
            #expect(second.errors.hasPrefix("cases: another process follows with place"))
            running.terminate()
            #expect(try await running.outcome().exitCode == 0)
            #expect(try await desk.run("follow", "--case", "nope", "--once").exitCode == 4)
        }
    }

    @Test(
        "takes a place, a subscription and receivers that fit",
        arguments: [
            ["--from", "x"], ["--from", "8@12"], ["--from", "-1"],
            ["--webhook", "https://example.org"],
            ["--secret-file", "x"], ["--webhook", "ftp://x", "--secret-file", "x"],
            ["--patience", "-1"],
            ["--dead"], ["--format", "stix"],
        ])
    func refused(_ arguments: [String]) async throws {
        try await Desk.withFolder { folder in
            let told = try await Program(environment: [:], folder: folder).run(
                ["follow"] + arguments)
            #expect(told.exitCode == 64)
        }
    }
}
