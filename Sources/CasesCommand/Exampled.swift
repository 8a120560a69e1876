import ArgumentParser

/// A command that is explained by an example first.
protocol Exampled: ParsableCommand {
    /// A line that somebody could type.
    static var example: String { get }
}

/// A help text with the example of its command in front.
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
    /// Whether this is the help of a command: it opens with its overview.
    fileprivate func explains(_ command: any Exampled.Type) -> Bool {
        let words = command.configuration.abstract.split(separator: " ").prefix(6)
        let opening = split(whereSeparator: \.isWhitespace).dropFirst().prefix(words.count)
        return hasPrefix("OVERVIEW: ") && words.elementsEqual(opening)
    }
}
