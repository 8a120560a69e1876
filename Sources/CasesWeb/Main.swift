import ArgumentParser
import Casework
import CommandSupport
import Foundation
import Logging

/// The program that `cases serve` runs: the record as pages and as an API over HTTP.
@main
struct CasesWeb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cases-web",
        abstract: "Serve the record as pages and as an API; cases serve runs this program.")

    @OptionGroup var options: ServeOptions

    func run() async throws {
        try await Server(options).run()
    }

    static func main() async {
        let arguments = Array(CommandLine.arguments.dropFirst())
        do {
            let logger = try Logger.ofRun(
                arguments, ProcessInfo.processInfo.environment, isJSON: false)
            try await withLogger(logger) { _ in
                let command = try CasesWeb.parse(arguments)
                try await command.run()
            }
        } catch {
            end(with: error)
        }
    }

    private static func end(with error: any Error) -> Never {
        guard let failure = CaseworkError(mapping: error) else { exit(withError: error) }
        Console.complain(ErrorReport(error: failure).lines)
        Foundation.exit(failure.code.exitCode)
    }
}
