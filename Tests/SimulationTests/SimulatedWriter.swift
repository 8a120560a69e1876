import CaseModel
import RandomSupport

/// A writer that records one intention after another, and knows only what it is answered.
struct SimulatedWriter {
    /// What it does now.
    enum State: Equatable {
        /// It has nothing under way.
        case ready
        /// It has sent this attempt and waits.
        case waiting(attempt: Int)
    }

    private(set) var state = State.ready
    /// The positions that it was answered, by intention.
    private(set) var acknowledged: [Int: Int64] = [:]
    private var left: [Int]
    private var attempt = 0
    /// The version that it expects, if it expects one.
    private var expected: Int64?
    /// How often the present intention got another id.
    private var renamed = 0
    let stream: StreamName
    let isCareful: Bool
    let bug: Bug?

    /// A writer of some intentions to a stream; a careful one expects a version each time.
    init(_ intentions: [Int], to stream: StreamName, isCareful: Bool, bug: Bug?) {
        (left, self.stream, self.isCareful, self.bug) = (intentions, stream, isCareful, bug)
        if isCareful { expected = 0 }
    }

    /// Whether everything was acknowledged.
    var isDone: Bool { left.isEmpty }

    /// Sends the present intention; again, if it was sent before.
    mutating func send() -> (attempt: Int, request: Request)? {
        guard let intention = left.first else { return nil }
        attempt += 1
        state = .waiting(attempt: attempt)
        let id = EventID(
            milliseconds: UInt64(intention),
            random: [UInt8](repeating: UInt8(truncatingIfNeeded: renamed), count: 10))
        return (
            attempt, Request(id: id, stream: stream, intention: intention, expected: expected)
        )
    }

    /// Gives up waiting: whether the event was recorded is not known.
    mutating func timeOut() {
        guard state != .ready else { return }
        state = .ready
        if bug == .writerTakesNewID { renamed += 1 }
        if bug == .writerAssumesSuccess { left.removeFirst() }
    }

    /// Takes an answer, unless it does not wait for it any more.
    ///
    /// After a conflict it expects the version that it reads at that moment, maybe on a replica that
    /// is behind.
    mutating func take(_ answer: Answer, to attempt: Int, reading version: Int64) {
        guard state == .waiting(attempt: attempt), let intention = left.first else { return }
        state = .ready
        switch answer {
        case .recorded(let position):
            acknowledged[intention] = position
            left.removeFirst()
            if isCareful { expected = (expected ?? 0) + 1 }
            renamed = 0
        case .conflict: expected = version
        }
    }
}
