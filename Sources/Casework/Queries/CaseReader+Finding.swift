package import CaseModel
package import EventLog
import Postgres
import PrivateServer

extension CaseReader {
    /// The stored event that a reference names.
    package func stored(named name: EventReference) async throws -> StoredEvent {
        let event =
            switch name {
            case .id(let id): try await log.event(id)
            case .keyed(let stream, let key): try await log.event(in: stream, key: key)
            case .numbered(let stream, let version):
                try await log.event(in: stream, version: version)
            }
        guard let event else {
            throw CaseworkError(
                .notFound, "there is no event \(name)",
                hint: "cases timeline shows the events of a case")
        }
        return event
    }

    /// The names of all events: each by its key, or else its number, and by any other name that
    /// another event refers to it by.
    package func eventNames() async throws -> Set<EventReference> {
        var (names, others) = (Set<EventReference>(), Set<EventReference>())
        var referred: Set<EventReference> = []
        var streams = try await log.streamNames()[...]
        while !streams.isEmpty {
            let some = Array(streams.prefix(CaseReader.streamsAtOnce))
            streams = streams.dropFirst(CaseReader.streamsAtOnce)
            let events = try await effectiveEvents(some).map(\.event)
            for event in events {
                names.insert(event.reference)
                others.formUnion(event.names)
            }
            referred.formUnion(events.named.compactMap { EventReference($0.text) })
        }
        return names.union(referred.intersection(others))
    }

    /// The event that a reference names, parsed.
    package func event(named name: EventReference) async throws -> Event {
        try Event(try await stored(named: name))
    }

    /// Throws unless a case, actor or source exists.
    package func require(_ stream: StreamName) async throws {
        guard try await !exists(stream) else { return }
        throw await notFound(stream)
    }

    func exists(_ stream: StreamName) async throws -> Bool {
        try await !log.streams(ofEvents: [stream.firstEventID]).isEmpty
    }

    /// The error for a missing case: one that does not exist at all, or not as of the clocks.
    func absent(_ stream: StreamName) async throws -> CaseworkError {
        try requireReadable(stream)
        try await require(stream)
        return notYet("\(stream.kind.rawValue) \"\(stream.slug)\"")
    }

    /// The error for a case, actor or source that does not exist, with the closest match.
    func notFound(_ stream: StreamName) async -> CaseworkError {
        let names = try? await log.streamNames()
        let slugs = (names ?? []).filter { $0.kind == stream.kind }.map(\.slug.text)
        let nearest = nearestWord(to: stream.slug.text, among: slugs)
        return CaseworkError(
            .notFound, "there is no \(stream.kind.rawValue) \"\(stream.slug)\"",
            hint: nearest.map { "did you mean \"\($0)\"?" } ?? stream.kind.listing)
    }
}

extension StreamName.Kind {
    /// The command that lists the existing ones.
    fileprivate var listing: String {
        switch self {
        case .case: "cases list shows all cases"
        case .actor: "cases actors shows all actors"
        case .source: "cases sources shows all sources"
        case .measure: "cases measures shows all measures"
        case .list: "cases export --format jsonl shows all lists"
        }
    }
}

extension CaseReader {
    /// The error for something that does not exist as of the clocks, or was recorded after the
    /// snapshot.
    func notYet(_ thing: String) -> CaseworkError {
        guard clocks == .none else { return .notYet(thing) }
        return CaseworkError(
            .notFound, "there is no \(thing)", hint: "it was recorded just now: ask again")
    }
}

extension CaseworkError {
    /// The error for something that exists, but not as of the clocks.
    static func notYet(_ thing: String) -> CaseworkError {
        CaseworkError(
            .notFound, "\(thing) is not there by the clocks that were asked",
            hint: "ask for a later --as-of, --published-by or --known-at")
    }
}

extension CaseReader {
    /// The slugs of the streams of one kind that begin with `prefix`, in order.
    package func slugs(
        of kind: StreamName.Kind, beginning prefix: String
    ) async throws -> [Slug] {
        try await log.streams(kind)
            .map(\.stream.slug).filter { $0.text.hasPrefix(prefix) }
    }

    /// The keys of the events of a case that begin with `prefix`, in the order of recording.
    package func keys(
        of slug: Slug, beginning prefix: String
    ) async throws -> [String] {
        try await log.keys(of: StreamName(.case, slug)).filter { $0.hasPrefix(prefix) }
    }
}
