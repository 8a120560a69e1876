import Dispatch
import ReadModels
import Synchronization

/// Tells how far a rebuild is: rate and time left, and what went wrong as soon as it does.
package final class Journal: Sendable {
    private struct State {
        var total: Int64 = 0
        var done: Int64 = 0
        var already: Int64 = 0
        var begun: UInt64
        var told: UInt64
    }

    private let tell: @Sendable (String) -> Void
    private let state: Mutex<State>

    private static let interval: UInt64 = 2_000_000_000

    /// A journal; `tell` takes a line for people.
    package init(tell: @escaping @Sendable (String) -> Void) {
        self.tell = tell
        let now = DispatchTime.now().uptimeNanoseconds
        state = Mutex(State(begun: now, told: now))
    }

    /// Notes how many events there are to read, and how many an earlier rebuild has read already.
    func begin(_ total: Int64, already: Int64 = 0) {
        let now = DispatchTime.now().uptimeNanoseconds
        state.withLock { state in
            (state.total, state.done, state.already) = (total, already, already)
            (state.begun, state.told) = (now, now)
        }
        if already > 0 {
            tell("taking up an unfinished rebuild: \(already) of \(total) events are done")
        }
    }

    /// Counts events; speaks at most every two seconds.
    func advance(by count: Int64) {
        let now = DispatchTime.now().uptimeNanoseconds
        let line = state.withLock { state -> String? in
            state.done += count
            guard now - state.told >= Journal.interval else { return nil }
            state.told = now
            return Journal.line(state, after: Int64((now - state.begun) / 1_000_000))
        }
        if let line { tell(line) }
    }

    /// Tells at once why a projection stopped.
    func fail(_ name: String, _ failure: Checkpoint.Failure) {
        tell("\(name) stops at event \(failure.position): \(failure.reason)")
    }

    private static func line(_ state: State, after milliseconds: Int64) -> String {
        let rate = max(1, (state.done - state.already) * 1000 / max(1, milliseconds))
        let left = max(0, state.total - state.done) / rate
        return "\(state.done) of \(state.total) events, \(rate) a second, \(left) seconds left"
    }
}

/// How long something takes.
struct Stopwatch: Sendable {
    private let begun = DispatchTime.now().uptimeNanoseconds

    /// Since it was made.
    var milliseconds: Int64 { Int64((DispatchTime.now().uptimeNanoseconds - begun) / 1_000_000) }
}
