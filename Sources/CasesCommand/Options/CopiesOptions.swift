import ArgumentParser
import Casework
import Foundation

/// Where copies of sources are stored.
struct CopiesOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The folder of copies, or s3://BUCKET/PREFIX; else CASES_COPIES, else one beside the "
                + "private server's data.",
            valueName: "dir"), completion: .directory)
    var copies: String?

    /// The store.
    func store() throws(CaseworkError) -> CopyStore {
        try CopyStore(copies, environment: ProcessInfo.processInfo.environment)
    }
}
