import ArgumentParser
import Casework
import Foundation

/// Detects single-value options that are given twice; the argument parser would silently use the
/// last.
///
/// The arity of each option is read from the description that the parser generates for the
/// commands, so commands need not repeat it.
enum RepeatedOptions {
    /// Throws if a single-value option is given more than once.
    static func check(_ arguments: [String]) throws(CaseworkError) {
        let words = arguments.prefix { $0 != "--" }
        let names = words.compactMap(name)
        var given: Set<String> = []
        // Hardly any command line repeats an option, and without repetition the description is not
        // needed.
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

    /// The parser's description of a command.
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

        /// The description of all commands; empty if it cannot be read.
        static var all: Description {
            let tool = try? JSONDecoder().decode(Tool.self, from: Data(Cases._dumpHelp().utf8))
            return tool?.command
                ?? Description(commandName: "cases", subcommands: nil, arguments: nil)
        }

        /// The description of the subcommand given by a path of words.
        func command(named words: ArraySlice<String>) -> Description {
            guard let word = words.first else { return self }
            let rest = words.dropFirst()
            guard !word.hasPrefix("-") else { return command(named: rest) }
            return subcommands?.first { $0.commandName == word }?.command(named: rest) ?? self
        }

        /// The names of its options that take a single value.
        var singleOptions: Set<String> {
            let options = (arguments ?? []).filter { $0.kind == "option" && !$0.isRepeating }
            return Set(options.flatMap { ($0.names ?? []).map(\.name) })
        }
    }
}
