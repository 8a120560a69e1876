import ArgumentParser
import Casework
import Foundation
import Logging

/// The database and workspace, and the verbosity.
struct DatabaseOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The database; else CASES_DB, else PG*, else the private one.", valueName: "url"))
    var db: String?

    @Option(help: "The workspace; else CASES_WORKSPACE, else cases.")
    var workspace: String?

    @Flag(help: "Print only failures on standard error.")
    var quiet = false

    @Flag(help: "Log statements and retries on standard error.")
    var verbose = false

    /// The selected database and workspace.
    func choice() throws(CaseworkError) -> DatabaseChoice {
        try DatabaseChoice(
            address: db, workspace: workspace,
            environment: ProcessInfo.processInfo.environment)
    }
}
