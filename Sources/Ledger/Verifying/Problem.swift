/// A deviation of the stored log from what was recorded, and its position.
public struct Problem: Equatable, Sendable {
    /// The position of the wrong event, or of the first missing one.
    public let position: Int64
    /// What is wrong with it.
    public let kind: Kind

    /// The problem of this kind at `position`.
    public init(position: Int64, kind: Kind) {
        self.position = position
        self.kind = kind
    }

    /// What can be wrong with an event.
    public enum Kind: Equatable, Sendable {
        /// No events from here to this position.
        case missing(through: Int64)
        /// It follows an event with this position, which is the same or later.
        case outOfOrder(after: Int64)
        /// The log's head has this position instead of the last event's.
        case head(Int64)
        /// The head's table has this many rows instead of one.
        case headRows(Int64)
        /// The head's time is infinite, or earlier than that of the last event.
        case headInfinite, headEarlier
        case unknownLanguage(Int)
        case bodyChanged, bodyUnreadable, bodyWithoutSalt, saltWithoutBody
        case headerChanged
        /// Versions of a stream must count 1, 2, 3 … in order of position.
        case version(expected: Int64, found: Int64)
        /// It was not recorded later than the preceding event.
        case notRecordedLater
        /// The event at this position has the same id.
        case idTaken(at: Int64)
        case idNotOfKey, keyNotOfBody
        /// The stored root of the subtree of this height over it and the next events is another one.
        case subtreeChanged(height: Int)
        /// From here to this position an event is not the one that a checkpoint covers.
        case notOfCheckpoint(UInt64)
        /// A checkpoint covers this many events, and the log ends before.
        case checkpointAhead(UInt64)
    }
}

extension Problem.Kind: CustomStringConvertible {
    /// The problem in a sentence without a full stop; quotes nothing from the event.
    public var description: String {
        switch self {
        case .missing(let last): "no event is stored from here to position \(last)"
        case .outOfOrder(let previous): "comes after position \(previous)"
        case .head(let head): "the log's head is \(head), not the position of its last event"
        case .headRows(let rows): "the log has \(rows) heads instead of one"
        case .headInfinite: "the time of the log's head is infinite: no event can follow it"
        case .headEarlier: "the time of the log's head is earlier than that of its last event"
        case .unknownLanguage(let number): "is of language \(number), which is not known here"
        case .bodyChanged: "the digest is not that of salt and body: one of the three was changed"
        case .bodyUnreadable: "the body is not canonical JSON"
        case .bodyWithoutSalt: "the body is there but its salt is gone"
        case .saltWithoutBody: "the salt is there but its body is gone"
        case .headerChanged: "the leaf is not that of the header: one of them was changed"
        case .version(let expected, let found):
            "is version \(found) of its stream, where version \(expected) was due"
        case .notRecordedLater:
            "was not recorded later than the event ahead of it: one of them was moved"
        case .idTaken(let position): "has the id of the event at position \(position)"
        case .idNotOfKey: "the id is not the one that stream and key give"
        case .keyNotOfBody: "the key is not the one that the body names"
        case .subtreeChanged(let height):
            "the stored root over the \(1 << height) events from here is not theirs: cases rebuild"
        case .notOfCheckpoint(let size):
            "from here to position \(size) an event is not the one that the checkpoint covers"
        case .checkpointAhead(let size):
            "the checkpoint covers \(size) events: those from here on are missing"
        }
    }
}
