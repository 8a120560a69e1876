import Logging
import ReadModels
import Synchronization

/// Logs the progress of long work, every two seconds at most, at level notice.
///
/// If the amount of work is known, the remaining time is logged beside the rate.
package final class ProgressLog: Sendable {
    private struct State {
        var total: Int64?
        var done: Int64 = 0
        var already: Int64 = 0
        var begun = ContinuousClock.now
        var logged = ContinuousClock.now
    }

    private let unit: String
    private let state = Mutex(State())

    private static let interval = Duration.seconds(2)

    /// Creates a progress log; `unit` names what is counted: `events read`.
    package init(unit: String) { self.unit = unit }

    /// Sets the total, and how many an earlier attempt has done already.
    func begin(_ total: Int64, already: Int64 = 0) {
        state.withLock { $0 = State(total: total, done: already, already: already) }
        if already > 0 {
            Logger.current.notice(
                "taking up an unfinished rebuild: \(already) of \(total) \(unit) are done")
        }
    }

    /// Adds to the count.
    package func advance(by count: some BinaryInteger) {
        let now = ContinuousClock.now
        let text = state.withLock { state -> String? in
            state.done += Int64(count)
            guard now - state.logged >= ProgressLog.interval else { return nil }
            state.logged = now
            return line(state, after: now - state.begun)
        }
        if let text { Logger.current.notice("\(text)") }
    }

    /// Logs immediately why a projection stopped.
    func fail(_ name: String, _ failure: Checkpoint.Failure) {
        Logger.current.warning("\(name) stops at event \(failure.position): \(failure.reason)")
    }

    private func line(_ state: State, after time: Duration) -> String {
        let rate = max(1, (state.done - state.already) * 1000 / max(1, time.milliseconds))
        guard let total = state.total else { return "\(state.done) \(unit), \(rate) a second" }
        let left = max(0, total - state.done) / rate
        return "\(state.done) of \(total) \(unit), \(rate) a second, \(left) seconds left"
    }
}

/// Measures elapsed time.
struct Stopwatch: Sendable {
    private let begun = ContinuousClock.now

    /// Milliseconds since it was created.
    var milliseconds: Int64 { (ContinuousClock.now - begun).milliseconds }
}

extension Duration {
    fileprivate var milliseconds: Int64 {
        components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000
    }
}
