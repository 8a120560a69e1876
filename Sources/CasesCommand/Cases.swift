import ArgumentParser

/// The command `cases`.
struct Cases: AsyncParsableCommand, Exampled {
    static let example = "cases timeline nexperia-seizure"

    static let configuration = CommandConfiguration(
        commandName: "cases",
        abstract: "Records disputes between states over technology: who did what to whom, when, "
            + "in response to what, and according to which source.",
        version: "0.1.0",
        groupedSubcommands: [
            CommandGroup(
                name: "RECORD",
                subcommands: [
                    AddEvent.self, AddActor.self, AddSource.self, SourceCommands.self, Open.self,
                    Close.self,
                    Correct.self, Retract.self, Withdraw.self,
                    WriteTemplate.self, Import.self, ImportList.self,
                ]),
            CommandGroup(
                name: "READ",
                subcommands: [
                    List.self, Show.self, ShowTimeline.self, ShowChain.self, ShowConflicts.self,
                    Search.self, ShowWhy.self, ShowDiff.self, ShowSources.self, ShowMeasures.self,
                    ShowActors.self, ShowTrace.self, ShowDue.self, ShowAnswers.self, Types.self,
                    PrintSchema.self,
                    Export.self, Follow.self, WriteReport.self, Publish.self,
                    Serve.self,
                ]),
            CommandGroup(
                name: "MAINTENANCE",
                subcommands: [
                    Verify.self, LogCommands.self, Rebuild.self, ShowProjections.self, Doctor.self,
                    Database.self, Token.self, Erase.self, Completion.self,
                ]),
        ])
}

/// A command whose help begins with an example.
protocol Exampled: ParsableCommand {
    /// An example command line.
    static var example: String { get }
}

/// The help text with the example of its command at the start.
func withExample(_ text: String) -> String {
    let end = text.lastIndex { !$0.isNewline }
    let help = end.map { String(text[...$0]) } ?? ""
    guard let command = all(Cases.self).first(where: { help.explains($0) }) else { return help }
    return "EXAMPLE: \(command.example)\n\n\(help)"
}

private func all(_ command: any Exampled.Type) -> [any Exampled.Type] {
    let below = command.configuration.subcommands.compactMap { $0 as? any Exampled.Type }
    return [command] + below.flatMap(all)
}

extension String {
    /// Whether this is the help text of a command: it begins with the command's overview.
    fileprivate func explains(_ command: any Exampled.Type) -> Bool {
        let words = command.configuration.abstract.split(separator: " ").prefix(6)
        let opening = split(whereSeparator: \.isWhitespace).dropFirst().prefix(words.count)
        return hasPrefix("OVERVIEW: ") && words.elementsEqual(opening)
    }
}
