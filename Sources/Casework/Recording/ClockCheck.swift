package import CaseModel
package import EventLog
import Foundation

/// Compares the times of the log, of the server and of this computer.
///
/// A recorded time is the server's, and later than that of the event before. So a single append
/// while the server's clock is fast moves the times of all later events, and nothing moves them
/// back.
package struct ClockCheck: Sendable {
    private let tip: LogTip
    private let here: Instant

    /// Creates a check from a log's end and this computer's clock.
    package init(_ tip: LogTip, here: Instant = .now) {
        self.tip = tip
        self.here = here
    }

    /// How far the log may be ahead of the server's clock: batches and clock adjustments put it
    /// ahead by less.
    private static let lead: Int64 = 5 * second
    /// How far the server's clock may differ from this computer's: more than any wrong time zone.
    private static let difference: Int64 = 24 * 3_600 * second
    private static let second: Int64 = 1_000_000

    /// By how many microseconds the log is ahead of the server's clock; nil if that is within the
    /// limit.
    private var logLead: Int64? {
        let lead = (tip.recordedAt ?? tip.serverClock).microseconds
            .subtractingReportingOverflow(tip.serverClock.microseconds).partialValue
        return lead > ClockCheck.lead ? lead : nil
    }

    /// The difference between the server's clock and this computer's, as text; nil within the
    /// limit.
    package var disagreement: String? {
        let ahead = tip.serverClock.microseconds - here.microseconds
        guard abs(ahead) > ClockCheck.difference else { return nil }
        return "the server's clock is \(ClockCheck.words(abs(ahead))) "
            + "\(ahead > 0 ? "ahead of" : "behind") this computer's"
    }

    /// How far the log is ahead of the server's clock, as text; nil within the limit.
    package var logAhead: String? {
        logLead.map { "the log is \(ClockCheck.words($0)) ahead of the server's clock" }
    }

    /// A remark for the user after an append; nil if there is none.
    package var remark: String? {
        logAhead.map {
            "\($0): an event was recorded while that clock ran ahead; "
                + "until the clock has caught up, recorded times give the order, not the time"
        }
    }

    /// Throws if the server's clock is far off.
    func requireAgreement() throws(CaseworkError) {
        guard let disagreement else { return }
        throw CaseworkError(
            .tryAgain, disagreement, .nothing,
            hint: "recorded times come from the server and cannot be set back: "
                + "set the clock that is wrong, then run the same command again")
    }

    /// A duration in its two largest units.
    private static func words(_ microseconds: Int64) -> String {
        let seconds = microseconds / second
        let parts = [
            (seconds / 86_400, "day"), (seconds / 3_600 % 24, "hour"),
            (seconds / 60 % 60, "minute"),
            (seconds % 60, "second"),
        ].drop { $0.0 == 0 }.prefix(2).filter { $0.0 > 0 }
        return parts.map { "\($0) \($1)\($0 == 1 ? "" : "s")" }.joined(separator: " ")
    }
}

extension Instant {
    /// The clock of this computer.
    package static var now: Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(
            microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000)
    }
}
