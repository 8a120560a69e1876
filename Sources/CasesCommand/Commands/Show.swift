import ArgumentParser
import CaseModel
import Casework

/// `cases show`: shows the state of a case, or one event with everything stored about it.
struct Show: AsyncParsableCommand, Exampled {
    static let example = "cases show acme-seizure"

    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show the current state of a case, or one event in full.",
        discussion: "An event is named CASE/KEY, CASE#VERSION, actor/SLUG/registered, or by id.")

    @Argument(
        help: ArgumentHelp("The case or event.", valueName: "case|event"), completion: .events)
    var name: String

    @OptionGroup(title: "Which clock")
    var clocks: ClockOptions

    @OptionGroup var reading: ReadingOptions

    func run() async throws {
        let slug = Slug(name)
        let event = slug == nil ? try Named.event(name) : nil
        let record = try await clocks.read(reading.open())
        if let slug {
            try reading.show(try await record.state(of: slug), of: record)
        } else if let event {
            try reading.show(try await record.show(event), of: record)
        }
    }
}
