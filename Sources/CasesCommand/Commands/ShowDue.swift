import ArgumentParser
import CaseModel
import Casework
import CommandSupport
import Logging
import Projections

/// `cases due`: lists what runs out or is due soon.
struct ShowDue: AsyncParsableCommand, Exampled {
    static let example = "cases due --within 30d"

    static let configuration = CommandConfiguration(
        commandName: "due",
        abstract: "List what runs out or is due soon, in all cases.",
        discussion: """
            Planned ends of measures, suspensions, non-enforcement, controls and licences; \
            deadlines; and the days by which sources foretell an event. A day that is not known \
            exactly is listed if it may fall into the time asked about.
            """)

    @Option(help: ArgumentHelp("How far ahead: 30d or 6w.", valueName: "days"))
    var within = "30d"

    @Option(name: .customLong("from"), help: ArgumentHelp("From which day.", valueName: "date"))
    var start = Day.todayWord

    @Flag(help: "Also list what has passed without a recorded end.")
    var overdue = false

    @Option(help: "Only what is tagged so, or is in a case tagged so.")
    var tag: String?

    @Flag(name: .customLong("ics"), help: "Answer as a calendar (iCalendar, RFC 5545).")
    var isCalendar = false

    @OptionGroup(title: "Which clock")
    var clocks: ClockOptions

    @OptionGroup var reading: ReadingOptions

    func validate() throws {
        guard !isCalendar || !reading.json && reading.format == nil else {
            throw ValidationError("--ics is a format of its own: leave out --json and --format.")
        }
    }

    func run() async throws {
        let (from, days) = (try Named.singleDay(start), try Named.days(within))
        let record = try await clocks.read(reading.open())
        let answer = try await record.due(
            from: from, within: days, includesOverdue: overdue,
            tag: try tag.map { try Named.slug($0) })
        guard isCalendar else { return try reading.show(answer, of: record) }
        for item in answer.withoutCalendarDay {
            Logger.current.warning("a calendar cannot hold the day of \(item.setBy)")
        }
        record.omissions?.complain()
        try Console.write(answer.calendar)
    }
}
