package import Projections
import Synchronization

/// What an answer leaves out, because it cannot be read.
///
/// One for each answer: reads note what stops a stream, and the command names it.
package final class Omissions: Sendable {
    private let events = Mutex<[Int64: UnreadableEvent]>([:])

    /// Nothing is left out so far.
    package init() {}

    /// The events that stop a stream, in order of position.
    package var all: [UnreadableEvent] {
        events.withLock { $0.values.sorted { $0.position < $1.position } }
    }

    func note(_ unreadable: some Sequence<UnreadableEvent>) {
        events.withLock { events in
            for event in unreadable { events[event.position] = event }
        }
    }

    /// The first event that stops a stream; nil where none does.
    func first(in stream: String) -> UnreadableEvent? { all.first { $0.stream == stream } }
}
