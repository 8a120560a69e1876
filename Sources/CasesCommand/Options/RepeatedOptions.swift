import ArgumentParser
import Casework
import Foundation

/// Finds options that take one value and are given twice; the parser would take the last.
///
/// What an option takes is read from the description that the parser makes of the commands, so no
/// command has to say it again.
enum RepeatedOptions {
    /// Throws where an option is given more often than it takes values.
    static func check(_ arguments: [String]) throws(CaseworkError) {
        let words = arguments.prefix { $0 != "--" }
        let names = words.compactMap(name)
        var given: Set<String> = []
        // Nearly no command gives one twice, and then nothing need be known of the options.
        let repeated = names.filter { !given.insert($0).inserted }
        guard !repeated.isEmpty, given.isDisjoint(with: ["help", "version"]) else { return }
        let options = Description.all.command(named: words[...]).singleOptions
        guard let name = repeated.first(where: options.contains) else { return }
        throw CaseworkError(
            .usage, "--\(name) is given twice", hint: "it takes one value: keep one of the two")
    }

    private static func name(of word: String) -> String? {
        guard word.hasPrefix("--") else { return nil }
        return String(word.dropFirst(2).prefix { $0 != "=" })
    }

    /// What the parser says of a command.
    private struct Description: Decodable {
        let commandName: String
        let subcommands: [Description]?
        let arguments: [Argument]?

        struct Argument: Decodable {
            let kind: String
            let isRepeating: Bool
            let names: [Name]?

            struct Name: Decodable {
                let name: String
            }
        }

        private struct Tool: Decodable {
            let command: Description
        }

        /// What it says of all commands; of none where it says nothing that can be read.
        static var all: Description {
            let tool = try? JSONDecoder().decode(Tool.self, from: Data(Cases._dumpHelp().utf8))
            return tool?.command
                ?? Description(commandName: "cases", subcommands: nil, arguments: nil)
        }

        /// The command that some words name, one below the other.
        func command(named words: ArraySlice<String>) -> Description {
            guard let word = words.first else { return self }
            let rest = words.dropFirst()
            guard !word.hasPrefix("-") else { return command(named: rest) }
            return subcommands?.first { $0.commandName == word }?.command(named: rest) ?? self
        }

        /// The names of its options that take one value.
        var singleOptions: Set<String> {
            let options = (arguments ?? []).filter { $0.kind == "option" && !$0.isRepeating }
            return Set(options.flatMap { ($0.names ?? []).map(\.name) })
        }
    }
}
