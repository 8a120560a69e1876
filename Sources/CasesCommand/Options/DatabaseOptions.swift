import ArgumentParser
import Casework
import Foundation

/// Which record, and how much is said beside the data.
struct DatabaseOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The database; else CASES_DB, else PG*, else the private one.", valueName: "url"))
    var db: String?

    @Option(help: "The workspace; else CASES_WORKSPACE, else cases.")
    var workspace: String?

    @Flag(help: "Say nothing but failures on standard error.")
    var quiet = false

    @Flag(help: "Say more on standard error.")
    var verbose = false

    /// Where the command speaks.
    var console: Console { Console(isQuiet: quiet) }

    /// Which database and workspace are meant.
    func choice() throws(CaseworkError) -> DatabaseChoice {
        try DatabaseChoice(
            address: db, workspace: workspace,
            environment: ProcessInfo.processInfo.environment,
            tell: { [console, verbose] line, importance in
                // A program that reads JSON reads one object on standard error.
                let isToBeTold =
                    switch importance {
                    case .always: true
                    case .waiting: !Main.wantsJSON || verbose
                    case .detail: verbose
                    }
                if isToBeTold { console.tell(plain(line)) }
            })
    }
}
