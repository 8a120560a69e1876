public import CanonicalJSON
public import CaseModel

/// One value of a case that is another at a second instant than at a first.
public struct CaseChange: Hashable, Sendable {
    /// Where it is told.
    public enum Place: String, Hashable, Sendable {
        case state, timeline
    }

    /// Where it is told.
    public let place: Place
    /// The field, as `why` takes it; a whole row or event that came or went.
    public let field: String
    /// What it was at the first instant; nil where it was not there.
    public let old: JSONValue?
    /// What it is at the second instant; nil where it is not there.
    public let new: JSONValue?
    /// The events that made the change, in order of position.
    public let because: [Event]
}

/// What changed in a case between two instants of one clock, and why.
public struct CaseDifference: Sendable {
    /// The changes: of the state in the order in which it is shown, then of the timeline.
    public let changes: [CaseChange]

    /// What changed from one reading of a case to another.
    public init(from old: CaseReading, to new: CaseReading) {
        let makers = ChangeMakers(old, new)
        changes = StateComparison(old, new, makers).changes + makers.timelineChanges
    }

    /// The events that made any of the changes, in order of position.
    public var events: [Event] { changes.flatMap(\.because).inOrderOfRecording }
}

extension Sequence<Event> {
    /// Each event once, however it reads, in order of position.
    var inOrderOfRecording: [Event] {
        Dictionary(map { ($0.position, $0) }) { first, _ in first }.values
            .sorted { $0.position < $1.position }
    }
}
