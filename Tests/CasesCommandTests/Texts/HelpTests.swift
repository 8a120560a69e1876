import TestSupport
import Testing

@Suite("The help texts", .serialized)
struct HelpTests {
    /// A command with its help.
    struct Help: CustomTestStringConvertible, Sendable {
        let command: [String]
        let text: String
        var testDescription: String { (["cases"] + command).joined(separator: " ") }
    }

    private static let all = [
        Help(command: [], text: HelpTexts.cases),
        Help(command: ["add-event"], text: HelpTexts.addEvent),
        Help(command: ["correct"], text: HelpTexts.correct),
        Help(command: ["withdraw"], text: HelpTexts.withdraw),
        Help(command: ["import"], text: HelpTexts.import),
        Help(command: ["timeline"], text: HelpTexts.timeline),
        Help(command: ["chain"], text: HelpTexts.chain),
        Help(command: ["conflicts"], text: HelpTexts.conflicts),
        Help(command: ["search"], text: HelpTexts.search),
        Help(command: ["why"], text: HelpTexts.why),
        Help(command: ["diff"], text: HelpTexts.diff),
        Help(command: ["sources"], text: HelpTexts.sources),
        Help(command: ["rebuild"], text: HelpTexts.rebuild),
        Help(command: ["projections"], text: HelpTexts.projections),
        Help(command: ["db"], text: HelpTexts.database),
    ]

    @Test("stand as they were written, asked for by --help and by help", arguments: all)
    func whole(_ help: Help) async throws {
        try await Desk.withFolder { folder in
            let program = Program(environment: [:], folder: folder)
            for arguments in [help.command + ["--help"], ["help"] + help.command] {
                let told = try await program.run(arguments)
                #expect(told.output == help.text + "\n")
                #expect(told.errors.isEmpty)
                #expect(told.exitCode == 0)
            }
        }
    }

    @Test("come without asking where nothing is asked")
    func none() async throws {
        try await Desk.withFolder { folder in
            let program = Program(environment: [:], folder: folder)
            let told = [try await program.run([]), try await program.run(["db"])]
            #expect(told[0].output == HelpTexts.cases + "\n")
            #expect(told[1].output == HelpTexts.database + "\n")
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
