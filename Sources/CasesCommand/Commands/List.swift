import ArgumentParser
import Casework

/// `cases list`: lists the cases.
struct List: AsyncParsableCommand, Exampled {
    static let example = "cases list"

    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the cases.")

    @OptionGroup(title: "Which clock")
    var clocks: ClockOptions

    @OptionGroup var reading: ReadingOptions

    func run() async throws {
        let record = try await clocks.read(reading.open())
        try reading.show(try await record.list(), of: record)
    }
}
