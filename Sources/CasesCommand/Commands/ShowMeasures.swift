import ArgumentParser
import CaseModel
import Casework

/// `cases measures`: shows the state of measures across all cases.
struct ShowMeasures: AsyncParsableCommand, Exampled {
    static let example = "cases measures --in-force today --by country:CN --against country:US"

    static let configuration = CommandConfiguration(
        commandName: "measures",
        abstract: "List the measures and their status, or show one.",
        discussion: """
            A measure is one thing in all cases: every case that names it has a say in how it \
            stands. Measures that are registered have a name, scope and citations.
            """)

    @Argument(help: "The measure; all of them if omitted.", completion: .measures)
    var measure: String?

    @OptionGroup(title: "Which measures")
    var filter: MeasureOptions

    @OptionGroup(title: "Which clock")
    var clocks: ClockOptions

    @OptionGroup var reading: ReadingOptions

    func validate() throws { try filter.validate(measure: measure, asOf: clocks.asOf) }

    func run() async throws {
        let slug = try measure.map { try Named.slug($0) }
        var clocks = clocks
        clocks.asOf = filter.inForce ?? clocks.asOf
        let record = try await clocks.read(reading.open())
        let asked = try await filter.filter(record)
        guard let slug else {
            return try reading.show(try await record.measures(asked), of: record)
        }
        try reading.show(try await record.measure(slug), of: record)
    }
}
