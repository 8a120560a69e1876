package import CaseModel
package import EventLog
import Foundation

/// How the times of the log, of the server and of this computer stand to each other.
///
/// A recorded time is the server's, and later than that of the event before. So one append while the
/// server's clock runs ahead moves the times of all that follow, and nothing moves them back.
package struct ClockCheck: Sendable {
    private let tip: LogTip
    private let here: Instant

    /// What a log's end says, seen from a computer with this clock.
    package init(_ tip: LogTip, here: Instant = .now) {
        self.tip = tip
        self.here = here
    }

    /// How far the log may be ahead of the server's clock: batches, and clocks that are adjusted, put
    /// it ahead by less.
    private static let lead: Int64 = 5 * second
    /// How far the server's clock may differ from this computer's: more than any mistaken time zone.
    private static let difference: Int64 = 24 * 3_600 * second
    private static let second: Int64 = 1_000_000

    /// By how many microseconds the log is ahead of the server's clock, where that is too much.
    private var logLead: Int64? {
        let lead = (tip.recordedAt ?? tip.serverClock).microseconds
            .subtractingReportingOverflow(tip.serverClock.microseconds).partialValue
        return lead > ClockCheck.lead ? lead : nil
    }

    /// That the server's clock is far from this computer's, in words; nil where it is not.
    package var disagreement: String? {
        let ahead = tip.serverClock.microseconds - here.microseconds
        guard abs(ahead) > ClockCheck.difference else { return nil }
        return "the server's clock is \(ClockCheck.words(abs(ahead))) "
            + "\(ahead > 0 ? "ahead of" : "behind") this computer's"
    }

    /// That the log is ahead of the server's clock, in words; nil where it is not.
    package var logAhead: String? {
        logLead.map { "the log is \(ClockCheck.words($0)) ahead of the server's clock" }
    }

    /// What people should know after an append; nil where nothing is to be said.
    package var remark: String? {
        logAhead.map {
            "\($0): an event was recorded while that clock ran ahead; "
                + "until the clock has caught up, recorded times give the order, not the time"
        }
    }

    /// Refuses to record by a clock that is far off.
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
