import TestSupport
import Testing

@Suite("The help texts", .serialized)
struct HelpTests {
    /// Every command with its help.
    static let texts: [([String], String)] = [
        ([], HelpTexts.cases), (["add-event"], HelpTexts.addEvent),
        (["import"], HelpTexts.import), (["timeline"], HelpTexts.timeline),
        (["chain"], HelpTexts.chain), (["db"], HelpTexts.database),
    ]

    @Test("stand as they were written, asked for by --help and by help", arguments: texts)
    func whole(_ command: [String], _ text: String) async throws {
        try await Desk.withFolder { folder in
            let program = Program(environment: [:], folder: folder)
            for arguments in [command + ["--help"], ["help"] + command] {
                let told = try await program.run(arguments)
                #expect(told.output == text + "\n")
                #expect(told.errors.isEmpty)
                #expect(told.exitCode == 0)
            }
        }
    }

    @Test("come without asking where nothing is asked")
    func none() async throws {
        try await Desk.withFolder { folder in
            let program = Program(environment: [:], folder: folder)
            #expect(try await program.run([]).output == HelpTexts.cases + "\n")
            #expect(try await program.run(["db"]).output == HelpTexts.database + "\n")
        }
    }

    @Test("are no wider than a terminal, but for the one line that sums up the usage")
    func width() async throws {
        try await Desk.withFolder { folder in
            let program = Program(environment: [:], folder: folder)
            for command in ExampleTests.commands {
                let lines = try await program.run(command + ["--help"]).lines
                let wide = lines.filter { $0.count > 80 && !$0.hasPrefix("USAGE: ") }
                #expect(wide == [])
            }
        }
    }
}
