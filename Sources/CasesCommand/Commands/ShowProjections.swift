import ArgumentParser
import Casework

/// `cases projections`: how far the read models are.
struct ShowProjections: AsyncParsableCommand, Exampled, LongRunning {
    static let example = "cases projections"

    static let configuration = CommandConfiguration(
        commandName: "projections",
        abstract: "Show the read models: position, lag, digest and errors.",
        discussion: "A read model that lags is not an error: readers fold what it lacks.")

    @Flag(help: "Keep them up to date until interrupted.")
    var follow = false

    @OptionGroup var reading: ReadingOptions

    func run() async throws {
        guard !follow else { return try await keepFollowing() }
        try reading.show(
            try await reading.database.choice().open(for: .reading)
                .rebuilder.projections())
    }

    private func keepFollowing() async throws {
        let record = try await reading.database.choice().open(for: .writing)
        await record.rebuilder.follow()
    }
}
