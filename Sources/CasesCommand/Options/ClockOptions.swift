import ArgumentParser
import CaseModel
import Casework

/// Which of the three clocks are asked; without a flag none is read, not even today's.
struct ClockOptions: ParsableArguments {
    @Option(help: ArgumentHelp("What was true then: a date, or today.", valueName: "edtf"))
    var asOf: String?

    @Option(help: ArgumentHelp("What the sources published by then say.", valueName: "edtf"))
    var publishedBy: String?

    @Option(help: ArgumentHelp("What this record said then.", valueName: "time|position"))
    var knownAt: String?

    /// The record as the clocks show it.
    func read(_ record: CaseReader) async throws -> CaseReader {
        try await record.seen(
            asOf: try asOf.map { try Named.day($0) },
            publishedBy: try publishedBy.map { try Named.day($0) },
            knownAt: try knownAt.map { try Named.knownAt($0) })
    }
}
