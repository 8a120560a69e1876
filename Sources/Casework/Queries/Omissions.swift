package import CanonicalJSON
package import Projections
import Synchronization

/// What an answer leaves out, because it cannot be read.
///
/// One instance per answer: reads add what stops a stream, and the command reports it.
package final class Omissions: Sendable {
    private let events = Mutex<[Int64: UnreadableEvent]>([:])

    /// Creates an empty collection.
    package init() {}

    /// The events that stop a stream, in order of position.
    package var all: [UnreadableEvent] {
        events.withLock { $0.values.sorted { $0.position < $1.position } }
    }

    /// Notes events that stop a stream.
    package func note(_ unreadable: some Sequence<UnreadableEvent>) {
        events.withLock { events in
            for event in unreadable { events[event.position] = event }
        }
    }

    /// The first event that stops a stream; nil if there is none.
    func first(in stream: String) -> UnreadableEvent? { all.first { $0.stream == stream } }
}

extension JSONValue {
    /// The answer with its omissions listed; unchanged if there are none.
    package func naming(_ omissions: Omissions?) -> JSONValue {
        guard let unreadable = omissions?.all, !unreadable.isEmpty, var members = object else {
            return self
        }
        members["unreadable"] = .array(unreadable.map(\.json))
        return .object(members)
    }
}
