package import ArgumentParser
package import Casework
import Foundation

/// The database and workspace, and the verbosity.
package struct DatabaseOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The database; else CASES_DB, else PG*, else the private one.", valueName: "url"))
    package var db: String?

    @Option(help: "The workspace; else CASES_WORKSPACE, else cases.")
    package var workspace: String?

    @Flag(help: "Print only failures on standard error.")
    package var quiet = false

    @Flag(help: "Log statements and retries on standard error.")
    package var verbose = false

    /// No option given.
    package init() {}

    /// The selected database and workspace.
    package func choice() throws(CaseworkError) -> DatabaseChoice {
        try DatabaseChoice(
            address: db, workspace: workspace,
            environment: ProcessInfo.processInfo.environment)
    }
}
