import ArgumentParser
import Casework
import CommandSupport
import Logging
import ServiceLifecycle
import UnixSignals

/// `cases projections`: shows the checkpoints and the lag of the read models.
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

    /// Catches up until the program is interrupted or terminated; then exits with success.
    private func keepFollowing() async throws {
        let record = try await reading.database.choice().open(for: .writing)
        var logger = Logger.current
        // What the library logs of its own start and end describes its objects, not the record.
        logger.logLevel = .warning
        try await ServiceGroup(
            services: [Follower(rebuilder: record.rebuilder)],
            gracefulShutdownSignals: [.sigint, .sigterm], logger: logger
        ).run()
    }
}

/// Keeps the read models up to date until shutdown.
private struct Follower: Service {
    let rebuilder: Rebuilder

    func run() async throws {
        await cancelWhenGracefulShutdown { await rebuilder.follow() }
    }
}
