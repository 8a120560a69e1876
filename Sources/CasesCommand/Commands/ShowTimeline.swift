import ArgumentParser
import CaseModel
import Casework
import Projections

/// `cases timeline`: shows events in order of time.
struct ShowTimeline: AsyncParsableCommand, Exampled {
    static let example = "cases timeline acme-seizure --during 2031"

    static let configuration = CommandConfiguration(
        commandName: "timeline",
        abstract: "Show events in the order in which they happened.",
        discussion: "Dates are as precise as their sources; undated events come last.")

    @Argument(help: "The cases; all of them if omitted.", completion: .cases)
    var cases: [String] = []

    @Option(help: "Only what this actor, by slug or name, took part in.", completion: .actors)
    var actor: String?

    @Option(help: "Only this type of event.", completion: .types)
    var type: String?

    @Option(help: ArgumentHelp("Only what may have happened then.", valueName: "edtf"))
    var during: String?

    @Option(help: "Only what is tagged so, or is in a case tagged so.")
    var tag: String?

    @Flag(help: "Include retracted events, marked as such.")
    var all = false

    @OptionGroup(title: "Which clock")
    var clocks: ClockOptions

    @OptionGroup var reading: ReadingOptions

    func run() async throws {
        var slugs: [Slug] = []
        for name in cases { slugs.append(try Named.slug(name)) }
        let record = try await clocks.read(reading.open())
        let filter = try await filter(record)
        try reading.show(
            try await record.timeline(of: slugs, filter: filter, includesRetracted: all),
            of: record)
    }

    private func filter(_ record: CaseReader) async throws -> TimelineFilter {
        var taking: ActorSlug?
        if let actor { taking = try await record.actorSlug(named: actor) }
        return TimelineFilter(
            actor: taking,
            type: try type.map { try Named.type($0) },
            during: try during.map { try Named.date($0) },
            tag: try tag.map { try Named.slug($0) })
    }
}
