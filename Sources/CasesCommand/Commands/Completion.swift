import ArgumentParser
import Casework
import CommandSupport

/// `cases completion`: sets up completion of commands and options in a shell.
struct Completion: ParsableCommand, Exampled {
    static let example = "cases completion bash > /etc/bash_completion.d/cases"

    static let configuration = CommandConfiguration(
        commandName: "completion",
        abstract: "Print a completion script for bash, zsh or fish.")

    @Argument(help: "The shell.", completion: .list(["bash", "zsh", "fish"]))
    var shell: String

    func run() throws {
        guard let shell = CompletionShell(rawValue: shell) else {
            throw ValidationError("Completion is there for bash, zsh and fish.")
        }
        try Console.write([Cases.completionScript(for: shell)])
    }
}
