import CaseModel
import EventLog
import Testing

@testable import Casework

@Suite("The clocks of log, server and this computer")
struct ClockCheckTests {
    private static let second: Int64 = 1_000_000
    private static let day = 86_400 * second
    private static let noon = Instant(microseconds: 20_000 * day + day / 2)

    /// A log and a server that are so many microseconds ahead of this computer.
    private func check(log: Int64?, server: Int64) -> ClockCheck {
        let noon = ClockCheckTests.noon.microseconds
        return ClockCheck(
            LogTip(
                position: log == nil ? 0 : 1,
                recordedAt: log.map { Instant(microseconds: noon + $0) },
                serverClock: Instant(microseconds: noon + server)),
            here: ClockCheckTests.noon)
    }

    @Test("say nothing where they agree, in an empty log, and up to the bounds")
    func agreeing() {
        for check in [
            check(log: nil, server: 0), check(log: 0, server: 0),
            check(log: 5 * Self.second, server: 0), check(log: -9_000 * Self.day, server: 0),
            check(log: nil, server: Self.day), check(log: nil, server: -Self.day),
        ] {
            #expect(check.disagreement == nil)
            #expect(check.logAhead == nil)
            #expect(check.remark == nil)
        }
    }

    @Test("of a log that is ahead, say by how much, and let it be written to")
    func ahead() throws {
        let check = check(log: 3_652 * Self.day + 3_700 * Self.second, server: 0)
        #expect(
            check.logAhead == "the log is 3652 days 1 hour ahead of the server's clock")
        try check.requireAgreement()
        #expect(
            self.check(log: 6 * Self.second, server: 0).logAhead
                == "the log is 6 seconds ahead of the server's clock")
    }

    @Test("of a server that is more than a day away, refuse to record by it", arguments: [1, -1])
    func farOff(sign: Int64) {
        let check = check(log: nil, server: sign * (2 * Self.day + 60 * Self.second))
        let error = #expect(throws: CaseworkError.self) { try check.requireAgreement() }
        #expect(error?.code == .tryAgain)
        #expect(
            error?.message
                == "the server's clock is 2 days \(sign > 0 ? "ahead of" : "behind") "
                + "this computer's; nothing was recorded")
    }
}
