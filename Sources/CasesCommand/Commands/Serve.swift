import ArgumentParser
import Casework
import CommandSupport
import Foundation

/// `cases serve`: serves the record as pages and as an API, by the program `cases-web`.
struct Serve: AsyncParsableCommand, Exampled, LongRunning {
    static let example = "cases serve --port 8080"

    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve the record as pages in a browser.",
        discussion: """
            Prints the address and serves until it is stopped (Ctrl-C). Every page takes the three \
            clocks and has its answer as JSON. Reading is open to all who reach the port; recording \
            needs a token (cases token). Runs the program cases-web, which lies beside cases.
            """)

    @OptionGroup var options: ServeOptions

    func run() throws {
        let program = Serve.program
        let arguments = [program] + options.arguments
        // The program takes the place of this one, so that signals reach it.
        var pointers = arguments.map { strdup($0) } + [nil]
        execv(program, &pointers)
        throw CaseworkError(
            .unreadable, "\(program) cannot be run: \(String(cString: strerror(errno)))",
            hint: "build it: swift build -c release --product cases-web")
    }

    /// The program that serves: in the folder of this one.
    private static var program: String {
        let own = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
        return own.resolvingSymlinksInPath().deletingLastPathComponent()
            .appendingPathComponent("cases-web").path
    }
}
