import CanonicalJSON
import CaseModel
import EventLog
import Projections

/// The events of streams that can be read, and those that stop a stream.
///
/// An event that cannot be read stops its stream unless it is retracted: its content might change
/// the meaning of all others there. Other streams are not affected.
struct StreamReading: Sendable {
    /// Every event that can be read, in the order given.
    private(set) var readable: [Event] = []
    /// Every event that cannot be read, retracted or not, in the same order.
    private(set) var unreadable: [Unreadable] = []
    /// The events that stop a stream, by the stream's name.
    private(set) var stopped: [String: [UnreadableEvent]] = [:]

    /// An event that cannot be read, with the names by which others may refer to it.
    struct Unreadable: Sendable {
        let event: UnreadableEvent
        let names: [EventReference]
    }

    /// The events of the streams that are not stopped.
    var events: [Event] {
        stopped.isEmpty ? readable : readable.filter { stopped[$0.stream.text] == nil }
    }

    /// Parses the stored events of whole streams, in order of position.
    init(_ stored: [StoredEvent]) {
        readable.reserveCapacity(stored.count)
        for event in stored {
            do {
                readable.append(try Event(reading: event))
            } catch {
                unreadable.append(Unreadable(event: error, names: event.names))
            }
        }
        readable = readable.withErasures()
        for (stream, events) in Dictionary(grouping: unreadable, by: \.event.stream) {
            let retracted = retractions(in: stream)
            let left = events.filter { retracted.isDisjoint(with: $0.names) }.map(\.event)
            if !left.isEmpty { stopped[stream] = left }
        }
    }

    /// The readings of different streams as one, in order of position.
    init(joining readings: [StreamReading]) {
        guard readings.count != 1 else {
            self = readings[0]
            return
        }
        readable = readings.flatMap(\.readable).sorted { $0.position < $1.position }
        unreadable = readings.flatMap(\.unreadable).sorted {
            $0.event.position < $1.event.position
        }
        for reading in readings { stopped.merge(reading.stopped) { $0 + $1 } }
    }

    /// The same reading, in which erasures that were recorded later are told.
    func explained(by later: [Event]) -> StreamReading {
        var explained = self
        explained.readable = Array((readable + later).withErasures().prefix(readable.count))
        return explained
    }

    /// Stops a stream in which a correction makes an event unreadable.
    mutating func stop(at error: UnreadableCorrection) -> UnreadableEvent? {
        let place = error.correction ?? error.position
        guard let event = readable.first(where: { $0.position == place }) else { return nil }
        let unreadable = UnreadableEvent(event, error)
        stopped[unreadable.stream, default: []].append(unreadable)
        return unreadable
    }

    /// The events that the effective retractions of a stream refer to.
    private func retractions(in stream: String) -> Set<EventReference> {
        let own = readable.filter { $0.stream.text == stream }
        guard let standing = try? effective(own) else { return [] }
        let names = standing.filter { $0.retraction == nil }.compactMap { standing in
            if case .eventRetracted(let retraction) = standing.event.body.content {
                retraction.event
            } else {
                nil
            }
        }
        return Set(names)
    }
}

extension UnreadableEvent {
    /// The correction that makes another event unreadable, or that event itself.
    init(_ event: Event, _ error: UnreadableCorrection) {
        let spoils =
            error.correction == nil
            ? "" : "with it event \(error.position) cannot be read: "
        self.init(
            stream: event.stream.text, version: event.version, position: event.position,
            reason: spoils + error.faults.reason)
    }

    /// A stored event, and why it cannot be read.
    init(_ stored: StoredEvent, _ reason: String) {
        self.init(
            stream: stored.stream, version: stored.version, position: stored.position,
            reason: reason)
    }
}

extension StoredEvent {
    /// Every name by which a reference may mean this event.
    fileprivate var names: [EventReference] {
        guard let stream = StreamName(stream) else { return [.id(id)] }
        let keyed = key.flatMap { Slug($0) }.map { EventReference.keyed(stream, $0) }
        return [.id(id), .numbered(stream, version)] + (keyed.map { [$0] } ?? [])
    }
}

extension Faults {
    /// The first fault with its place, which quotes no content.
    var reason: String {
        guard let first = all.first else { return "no reason was found" }
        return first.path.steps.isEmpty ? first.message : "\(first.path): \(first.message)"
    }
}
