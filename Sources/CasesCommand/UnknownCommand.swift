import ArgumentParser
import CaseModel

/// A word where a subcommand should be that is not one.
struct UnknownCommand: Error {
    private let word: String
    private let path: [String]
    private let known: [String]

    /// The first such word of a command line; nil if there is none.
    ///
    /// The parser would name an option behind the word instead, or show the help of the whole
    /// program.
    init?(in arguments: [String]) {
        var words = arguments[...]
        if words.first == "help" { words = words.dropFirst() }
        var command: any ParsableCommand.Type = Cases.self
        var path = [Cases._commandName]
        while let word = words.popFirst(), !word.hasPrefix("-") {
            let below = command.configuration.subcommands
            guard !below.isEmpty, word != "help" || path.count > 1 else { return nil }
            guard let next = below.first(where: { $0._commandName == word }) else {
                (self.word, self.path, known) = (word, path, below.map { $0._commandName })
                return
            }
            command = next
            path.append(word)
        }
        return nil
    }

    /// What is wrong, and the command that was probably meant.
    var message: String {
        let begun = known.filter { $0.hasPrefix(word) }
        let meant = begun.count == 1 ? begun[0] : nearestWord(to: word, among: known)
        let shown = visible(word.unicodeScalars.prefix(60))
        return "Unexpected argument '\(shown)'" + (meant.map { ". Did you mean '\($0)'?" } ?? "")
    }

    /// The same with what was expected, as the parser puts it.
    var fullMessage: String {
        let command = path.joined(separator: " ")
        return """
            Error: \(message)
            Usage: \(command) <subcommand>
              See '\(command) --help' for more information.
            """
    }
}
