import ArgumentParser
import CaseModel
import Casework
import CommandSupport
import Foundation
import Logging
import Wording

/// The program: parses the arguments, runs the command, and maps any error to a message and an exit
/// code.
@main
enum Main {
    static func main() async {
        let terminal = Terminal.ofStandardOutput(ProcessInfo.processInfo.environment)
        let code = await Terminal.$current.withValue(terminal) { await run() }
        if code != 0 { exit(code) }
    }

    /// Runs the command given by the arguments; returns its exit code.
    private static func run() async -> Int32 {
        let arguments = Array(CommandLine.arguments.dropFirst())
        do {
            try checkArguments()
            let logger = try Logger.ofRun(
                arguments, ProcessInfo.processInfo.environment, isJSON: wantsJSON(arguments))
            return await withLogger(logger) { _ in await run(arguments) }
        } catch {
            return end(with: error, isJSON: wantsJSON(arguments))
        }
    }

    /// Parses and runs the command; returns its exit code.
    private static func run(_ arguments: [String]) async -> Int32 {
        do {
            if let unknown = UnknownCommand(in: arguments) { throw unknown }
            try RepeatedOptions.check(arguments)
            var command = try Cases.parseAsRoot(arguments)
            try Deadline(of: command, ProcessInfo.processInfo.environment)
                .begin(isJSON: wantsJSON(arguments))
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            return 0
        } catch {
            return end(with: error, isJSON: wantsJSON(arguments))
        }
    }

    /// Refuses arguments that are not valid UTF-8: text is recorded byte for byte, so it must not
    /// be repaired on input.
    private static func checkArguments() throws(CaseworkError) {
        for index in 1..<max(1, Int(CommandLine.argc)) {
            guard let argument = CommandLine.unsafeArgv[index] else { continue }
            guard String(validatingCString: argument) == nil else { continue }
            throw CaseworkError(
                .usage, "argument \(index) is not UTF-8 text",
                hint: "use a terminal that writes UTF-8")
        }
    }

    /// Reports how the command ended; returns the exit code.
    private static func end(with error: any Error, isJSON: Bool) -> Int32 {
        if let code = error as? ExitCode { return code.rawValue }
        if let failure = CaseworkError(mapping: error) { return fail(failure, isJSON: isJSON) }
        if let unknown = error as? UnknownCommand {
            return fail(unknown.fullMessage, short: unknown.message, isJSON: isJSON)
        }
        let message = Cases.fullMessage(for: error, columns: terminalWidth)
        guard Cases.exitCode(for: error) == .success else {
            return fail(message, short: Cases.message(for: error), isJSON: isJSON)
        }
        do {
            try Console.write(HelpText(text: withExample(message)).lines)
        } catch {
            return fail(error, isJSON: isJSON)
        }
        return 0
    }

    private static func fail(_ error: CaseworkError, isJSON: Bool) -> Int32 {
        let report = ErrorReport(error: error)
        Console.complain(isJSON ? [report.json.line] : report.lines)
        return error.code.exitCode
    }

    private static func fail(_ message: String, short: String, isJSON: Bool) -> Int32 {
        guard isJSON else {
            Console.complain(message.split(separator: "\n").map { plain(String($0)) })
            return CaseworkError.Code.usage.exitCode
        }
        let failure = CaseworkError(.usage, short, hint: "cases --help")
        return fail(failure, isJSON: true)
    }

    /// Whether JSON output was requested for this run.
    static var wantsJSON: Bool { wantsJSON(Array(CommandLine.arguments.dropFirst())) }

    /// Whether JSON output, and so JSON errors, was requested; determined before parsing.
    private static func wantsJSON(_ arguments: [String]) -> Bool {
        arguments.contains("--json") || arguments.contains("--format=json")
            || zip(arguments, arguments.dropFirst()).contains { $0 == ("--format", "json") }
    }
}

/// An unknown subcommand.
struct UnknownCommand: Error {
    private let word: String
    private let path: [String]
    private let known: [String]

    /// The first unknown subcommand of a command line; nil if there is none.
    ///
    /// The argument parser would instead complain about an option after the word, or show the help
    /// of the whole program.
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

    /// The same with the usage, in the format of the argument parser.
    var fullMessage: String {
        let command = path.joined(separator: " ")
        return """
            Error: \(message)
            Usage: \(command) <subcommand>
              See '\(command) --help' for more information.
            """
    }
}
