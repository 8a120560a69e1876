package import CaseModel
package import EventLog

extension CaseRecord {
    /// The stored event that a reference names.
    package func stored(named name: EventReference) async throws(CaseworkError) -> StoredEvent {
        let event = try await asking { () async throws(EventLogError) in
            return switch name {
            case .id(let id): try await log.event(id)
            case .keyed(let stream, let key):
                try await log.event(in: stream, key: key)
            case .numbered(let stream, let version):
                try await log.event(in: stream, version: version)
            }
        }
        guard let event else {
            throw CaseworkError(
                .notFound, "there is no event \(name)",
                hint: "cases timeline shows the events of a case")
        }
        return event
    }

    /// The event that a reference names, read.
    package func event(named name: EventReference) async throws(CaseworkError) -> Event {
        try Event(try await stored(named: name))
    }

    /// Makes sure that a case, actor or source is there.
    package func require(_ stream: StreamName) async throws(CaseworkError) {
        let known = try await asking { () async throws(EventLogError) in
            try await log.streams(ofEvents: [stream.firstEventID])
        }
        guard known.isEmpty else { return }
        throw await notFound(stream)
    }

    /// That a case is not there: not at all, or not by the clocks that were asked.
    func absent(_ stream: StreamName) async throws(CaseworkError) -> CaseworkError {
        try requireReadable(stream)
        try await require(stream)
        return notYet("\(stream.kind.rawValue) \"\(stream.slug)\"")
    }

    /// That a case, actor or source is not there, with the nearest one that is.
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
    /// Where those that are there are listed.
    fileprivate var listing: String {
        switch self {
        case .case: "cases list shows what is there"
        case .actor: "cases actors shows what is there"
        case .source: "cases sources shows what is there"
        case .measure: "cases measures shows what is there"
        case .list: "cases export --format jsonl shows what is there"
        }
    }
}

extension CaseRecord {
    /// That something is not there by the clocks that were asked, or was recorded after the
    /// snapshot.
    func notYet(_ thing: String) -> CaseworkError {
        guard clocks == .none else { return .notYet(thing) }
        return CaseworkError(
            .notFound, "there is no \(thing)", hint: "it was recorded just now: ask again")
    }
}

extension CaseworkError {
    /// That something is there, but not by the clocks that were asked.
    static func notYet(_ thing: String) -> CaseworkError {
        CaseworkError(
            .notFound, "\(thing) is not there by the clocks that were asked",
            hint: "ask for a later --as-of, --published-by or --known-at")
    }
}
