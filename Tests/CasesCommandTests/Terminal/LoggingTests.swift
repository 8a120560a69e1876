import TestSupport
import Testing

@Suite("What is logged")
struct LoggingTests {
    /// The statements that a command logged, each as its line.
    private func statements(_ told: Outcome) -> [String] {
        told.errors.split(separator: "\n").map(String.init)
            .filter { $0.hasPrefix("debug: statement ") }
    }

    /// The value of a key in a line; nil where it is not there.
    private func value(of key: String, in line: String) -> Substring? {
        line.firstRange(of: " \(key)=").map { line[$0.upperBound...].prefix { $0 != " " } }
    }

    @Test("is nothing that was done well, unless it is asked for")
    func silent() async throws {
        try await Desk.withAcme { desk in
            let told = try await desk.done("list")
            #expect(told.errors.isEmpty)
        }
    }

    @Test(
        "is every statement with its duration and rows, and no value of the record",
        arguments: [(["--verbose"], nil), ([], "debug"), ([], "trace")] as [([String], String?)])
    func statements(_ options: [String], _ level: String?) async throws {
        try await Desk.withAcme { desk in
            var program = desk.program
            program.environment["CASES_LOG"] = level
            let told = try await program.run(["search", "wafers"] + options)
            let lines = statements(told)
            #expect(!lines.isEmpty)
            for line in lines {
                let milliseconds = try #require(value(of: "ms", in: line))
                #expect(milliseconds.wholeMatch(of: #/\d+\.\d{3}/#) != nil)
                #expect(value(of: "rows", in: line).flatMap { Int($0) } != nil)
                #expect(value(of: "sql", in: line) != nil)
                #expect(!line.contains("wafers"))
            }
        }
    }

    @Test("is what an answer is made of: kept rows, and how many streams were folded beside them")
    func readModels() async throws {
        try await Desk.withAcme { desk in
            let told = try await desk.program.run(["list", "--verbose"])
            let line = told.errors.split(separator: "\n").first { $0.contains("read_model=states") }
            #expect(line?.contains(" streams=0") == true)
        }
    }

    @Test("of an event that is added is no question twice")
    func roundTrips() async throws {
        try await Desk.withAcme { desk in
            let told = try await desk.program.run([
                "add-actor", "late", "--name", "Late", "--type", "group", "--verbose",
            ])
            let texts = statements(told).map {
                $0.split(separator: " sql=", maxSplits: 1).last ?? ""
            }
            #expect(Set(texts).count == texts.count)
            // To open, to check, to record; then what the read models lack, read and written.
            #expect(texts.count <= 18, "\(texts.joined(separator: "\n"))")
        }
    }

    @Test("is left out with --quiet, and a level that is none is refused")
    func levels() async throws {
        try await Desk.withAcme { desk in
            var program = desk.program
            program.environment["CASES_LOG"] = "debug"
            #expect(try await program.run(["list", "--quiet"]).errors.isEmpty)
            program.environment["CASES_LOG"] = "loud"
            let told = try await program.run(["list"])
            #expect(told.exitCode == 64)
            #expect(
                told.errors == """
                    cases: CASES_LOG must be a level: "loud" is not one
                           trace, debug, info, notice, warning, error, critical

                    """)
        }
    }

    @Test("of a retry is its number and its reason")
    func retry() async throws {
        try await Desk.withFolder { folder in
            let relay = try Relay(to: nil)
            relay.close()
            let program = Program(
                environment: ["CASES_DB": relay.address, "CASES_LOG": "debug"], folder: folder)
            let told = try await program.run(["list", "--json"])
            let lines = told.errors.split(separator: "\n").filter { $0.hasPrefix("debug: retry") }
            #expect(lines.count > 1)
            for (number, line) in lines.enumerated() {
                #expect(line.contains(" attempt=\(number + 1) "))
                #expect(line.contains("Connection refused"))
            }
        }
    }
}
