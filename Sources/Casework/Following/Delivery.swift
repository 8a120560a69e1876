import Foundation
import Logging

/// Delivers events one by one to those who must be told, each until it is taken, and moves the
/// subscription behind it.
package struct Delivery: Sendable {
    private let receivers: [Receiver]
    private let subscription: Subscription?
    private let patience: Duration
    private let pause: Duration

    /// The longest pause between two attempts.
    private static let longestPause = Duration.seconds(300)

    /// Creates a delivery.
    ///
    /// - Parameters:
    ///   - receivers: All are told of each event, in this order.
    ///   - subscription: What is moved, and where undeliverable events are put; nil if the caller
    ///     does not want to come back.
    ///   - patience: How long an event is tried again.
    ///   - pause: The pause before the second attempt; it doubles with each further one.
    package init(
        to receivers: [Receiver], _ subscription: Subscription?, patience: Duration,
        pause: Duration = .seconds(1)
    ) {
        (self.receivers, self.subscription) = (receivers, subscription)
        (self.patience, self.pause) = (patience, pause)
    }

    /// Delivers an event; one that is not taken in time is put aside, and the next one follows.
    ///
    /// - Throws: An error if there is no place to put it aside, if a file cannot be written, and if
    ///   the task was cancelled: the event will then come again.
    package func deliver(_ event: FollowedEvent, _ line: FollowedLine) async throws {
        for receiver in receivers {
            guard let reason = try await attempt(receiver, event, line) else { continue }
            guard let subscription else {
                throw CaseworkError(
                    .tryAgain, "the event at \(event.place.position) was not taken: \(reason)",
                    hint: "follow again with --from \(event.place.position - 1)")
            }
            Logger.current.warning(
                """
                the event at \(event.place.position) was not taken: \(reason); it is put aside in \
                \(subscription.deadLetters)
                """)
            try subscription.bury(event, for: receiver, reason)
        }
        try subscription?.move(to: event.place)
    }

    /// Tells a receiver until it takes the event.
    ///
    /// - Returns: Why it did not; nil if it did.
    private func attempt(
        _ receiver: Receiver, _ event: FollowedEvent, _ line: FollowedLine
    ) async throws -> String? {
        let start = ContinuousClock.now
        var wait = pause
        while true {
            let now = Int64(Date.now.timeIntervalSince1970)
            guard let reason = await receiver.tell(event, line, now: now) else { return nil }
            try Task.checkCancellation()
            guard start.duration(to: .now) + wait <= patience else { return reason }
            Logger.current.info("the event at \(event.place.position) is tried again: \(reason)")
            try await Task.sleep(for: wait)
            wait = min(wait * 2, Delivery.longestPause)
        }
    }
}
