import ArgumentParser
import CaseModel
import Casework
import CommandSupport
import Logging
import ServiceLifecycle
import UnixSignals
import Wording

/// `cases follow`: hands out what is recorded, as it is recorded.
struct Follow: AsyncParsableCommand, Exampled, LongRunning {
    static let example = "cases follow --from 0 --format cloudevents"

    static let configuration = CommandConfiguration(
        commandName: "follow",
        abstract: "Print what is recorded, as it is recorded; tell others of it.",
        discussion: """
            Each event once, in order of position, until interrupted. With --subscription it goes \
            on where it was; after a crash an event may come again, with the same id. It stops \
            with exit code 1 where the end of the log was replaced.
            """)

    @Option(
        help: ArgumentHelp(
            "Begin behind this position, or POSITION@LEAF; else at the end, or where the "
                + "subscription is.", valueName: "position"))
    var from: String?

    @Option(
        name: .customLong("case"), help: "Events of this case; may be repeated.", completion: .cases
    )
    var cases: [String] = []

    @Option(help: "jsonl or cloudevents.")
    var format = FollowedEvent.Notation.jsonl

    @Flag(help: "End at the end of the log.")
    var once = false

    @OptionGroup(title: "Telling others")
    var telling: TellingOptions

    @OptionGroup(title: "Where and how")
    var database: DatabaseOptions

    func validate() throws {
        guard from.map({ LogPlace($0) != nil }) ?? true else {
            throw ValidationError("--from takes a position, or POSITION@LEAF.")
        }
        try telling.check()
    }

    func run() async throws {
        if telling.dead, let subscription = telling.saved {
            let lines = try subscription.buried()
            return lines.isEmpty ? () : try Console.write(text: lines)
        }
        let record = try await database.choice().open(for: .reading)
        var slugs: [Slug] = []
        for name in cases { slugs.append(try Named.slug(name)) }
        let follower = LogFollower(record.reader, cases: slugs)
        try await follower.requireCases(record.reader)
        let service = Following(command: self, follower: follower)
        var logger = Logger.current
        // What the library logs of its own start and end describes its objects, not the record.
        logger.logLevel = .warning
        try await ServiceGroup(
            configuration: .init(
                services: [
                    .init(
                        service: service, successTerminationBehavior: .gracefullyShutdownGroup,
                        failureTerminationBehavior: .cancelGroup)
                ], gracefulShutdownSignals: [.sigint, .sigterm], logger: logger)
        ).run()
    }
}

extension FollowedEvent.Notation: ExpressibleByArgument {}

/// Follows until shutdown.
private struct Following: Service {
    let command: Follow
    let follower: LogFollower

    func run() async throws {
        try await cancelWhenGracefulShutdown {
            do { try await follow() } catch  where Task.isCancelled {
                // A read that the shutdown broke off: the subscription is where it was.
            }
        }
    }

    private func follow() async throws {
        guard let subscription = command.telling.saved else { return try await follow(nil) }
        try await subscription.whileLocked { try await follow(subscription) }
    }

    private func follow(_ subscription: Subscription?) async throws {
        let known = try subscription?.place()
        let given = command.from.flatMap { LogPlace($0) }
        var start = given ?? known
        if start == nil { start = try await follower.end() }
        guard let start else { return }
        if known == nil || given != nil { try subscription?.move(to: start) }
        let delivery = try command.telling.delivery(subscription)
        try await follower.follow(from: start, isOnce: command.once) { events, end in
            for event in events {
                let line = try event.line(command.format, source: follower.source)
                if let delivery {
                    try await delivery.deliver(event, line)
                } else {
                    try Console.write([line.text])
                }
            }
            try subscription?.move(to: end)
        }
    }
}
