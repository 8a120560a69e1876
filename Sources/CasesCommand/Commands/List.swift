import ArgumentParser
import Casework

/// `cases list`: what is followed.
struct List: AsyncParsableCommand, Exampled {
    static let example = "cases list"

    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the cases.")

    @OptionGroup(title: "Which clock")
    var clocks: ClockOptions

    @OptionGroup var reading: ReadingOptions

    func run() async throws {
        try reading.show(try await clocks.read(reading.open()).list())
    }
}
