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
    func read(_ record: CaseRecord) async throws(CaseworkError) -> CaseRecord {
        try await record.seen(
            asOf: try asOf.map { date throws(CaseworkError) in try Named.day(date) },
            publishedBy: try publishedBy.map { date throws(CaseworkError) in
                try Named.day(date)
            },
            knownAt: try knownAt.map { time throws(CaseworkError) in try Named.knownAt(time) })
    }
}
