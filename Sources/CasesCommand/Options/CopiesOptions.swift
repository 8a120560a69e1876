import ArgumentParser
import Casework
import Foundation

/// Where copies of sources are stored.
struct CopiesOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The folder of copies; else CASES_COPIES, else one beside the private server's data.",
            valueName: "dir"), completion: .directory)
    var copies: String?

    /// The folder.
    var folder: CopyFolder {
        CopyFolder(copies, environment: ProcessInfo.processInfo.environment)
    }
}
