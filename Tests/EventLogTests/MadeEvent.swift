import CaseModel
import EventLog
import RandomSupport

/// A made-up event; its number decides what it is, unless it was spoiled.
struct MadeEvent: Equatable {
    static let streams: [StreamName] = ["a", "b", "c"].map { .at($0) }

    let id: EventID
    let stream: StreamName
    private(set) var key: String?
    private(set) var note: String

    /// One of 300, in three streams, every fourth without a key; one in thirty is given with other
    /// content or with the key of another.
    static func any(_ random: inout SplitMix) -> MadeEvent {
        let number = Int.random(in: 0..<300, using: &random)
        var event = MadeEvent(number)
        switch Int.random(in: 0..<60, using: &random) {
        case 0: event.note = "other"
        case 1 where event.key != nil: event.key = "k\((number + 3) % 300)"
        default: break
        }
        return event
    }

    private init(_ number: Int) {
        stream = MadeEvent.streams[number % 3]
        key = number % 4 == 0 ? nil : "k\(number)"
        id =
            key.flatMap { Slug($0) }.map { [stream] in EventID(stream: stream, key: $0) }
            ?? EventID(
                milliseconds: UInt64(number),
                random: [UInt8](repeating: UInt8(number % 7), count: 10))
        note = "n\(number)"
    }

    /// The event as it is appended.
    var event: NewEvent {
        let members = [key.map { #""key":"\#($0)""# }, #""summary":"\#(note)""#]
        let body = "{" + members.compactMap(\.self).joined(separator: ",") + "}"
        return NewEvent(id: id, stream: stream, type: "control.taken", body: Array(body.utf8))
    }

    /// Whether both cannot be in one log: one id, other content; or one key of a stream, another id.
    func clashes(with other: MadeEvent) -> Bool {
        id == other.id
            ? self != other : stream == other.stream && key != nil && key == other.key
    }
}
