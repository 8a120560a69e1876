import CanonicalJSON
package import CaseModel

extension Projection {
    /// The state of each case: the data of `list`, and of `show` as far as the case's own events
    /// determine it.
    ///
    /// What other cases and registers say about its measures and lists is found through their
    /// streams.
    package static let states = Projection(
        "states", version: 4, table: "case_state",
        columns: [
            "stream": .text, "title": .text, "status": .text, "happenings": .integer,
            "last_event": .text, "last_occurred": .text, "state": .json,
        ], keyLength: 1
    ) { history in
        guard history.stream.kind == .case else { return [] }
        let state = CaseState(of: history.stream.slug, history.standing, history.evidence)
        let last = history.standing.first { $0.event.reference == state.lastEvent }
        return [
            ProjectedRow([
                .text(history.stream.text), .text(state.title),
                .text(state.isOpen ? "open" : "closed"),
                .integer(Int64(history.happenings.count)),
                .text(state.lastEvent?.description), .text(last?.event.body.occurred?.text),
                .object(state.members),
            ])
        ]
    }

    /// The events of each case, in timeline form.
    ///
    /// It excludes what depends on the publication or retelling of sources, which is found through
    /// the streams of the sources.
    package static let timelines = Projection(
        "timelines", version: 4, table: "timeline_entry",
        columns: [
            "stream": .text, "position": .integer, "event": .text, "type": .text,
            "occurred": .text, "summary": .text, "entry": .json,
        ], keyLength: 2
    ) { history in
        guard history.stream.kind == .case else { return [] }
        return history.happenings.map { happening in
            let entry = TimelineEntry(happening, history.evidence, registers: Registers())
            return ProjectedRow([
                .text(history.stream.text), .integer(entry.event.position),
                .text(entry.event.reference.description), .text(entry.event.type.name),
                .text(entry.occurred?.text), .text(entry.event.body.summary),
                .object(entry.ownMembers),
            ])
        }
    }

    /// Who participates in which case, and how.
    package static let participants = Projection(
        "participants", table: "participant",
        columns: ["stream": .text, "position": .integer, "role": .text, "actor": .text],
        keyLength: 4
    ) { history in
        history.happenings.map(\.event).flatMap { event in
            event.body.actors.uniqued().map { participant in
                ProjectedRow([
                    .text(history.stream.text), .integer(event.position),
                    .text(participant.role.rawValue), .text(participant.actor.slug.text),
                ])
            }
        }
    }
}

extension Projection {
    /// The links that a case asserts, from which chains are built.
    package static let links = Projection(
        "links", version: 3, table: "link",
        columns: [
            "stream": .text, "event": .text, "relation": .text, "mode": .text, "to_event": .text,
            "basis": .text, "likelihood": .text, "link": .json,
        ], keyLength: 5
    ) { history in
        history.evidence.links.all.map { link in
            ProjectedRow([
                .text(history.stream.text), .text(link.identity.event.description),
                .text(link.identity.relation.rawValue), .text(link.identity.mode?.rawValue ?? ""),
                .text(link.identity.to.description), .text(link.basis.rawValue),
                .text(link.likelihood?.rawValue), .object(link.members),
            ])
        }
    }

    /// Which streams mention which others: an index that only grows, because it reads events as
    /// recorded.
    ///
    /// `mentioned` is a stream, or an event id if the event is referred to by id.
    package static let mentions = Projection(
        "mentions", version: 2, table: "mention", columns: ["stream": .text, "mentioned": .text],
        keyLength: 2
    ) { history in
        let stream = history.stream.text
        return Set(history.events.named.compactMap(\.mentioned)).subtracting([stream])
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            .map { ProjectedRow([.text(stream), .text($0)]) }
    }
}

extension NamedThing {
    /// The mentioned stream or event id; nil if the text is not a name.
    fileprivate var mentioned: String? {
        if let register { return register.text }
        return switch EventReference(text) {
        case .keyed(let stream, _), .numbered(let stream, _): stream.text
        case .id(let id): id.text
        case nil: nil
        }
    }
}

extension Projection {
    /// The registered actors and sources.
    package static let registers = Projection(
        "registers", version: 3, table: "register",
        columns: [
            "stream": .text, "name": .text, "withdrawn": .boolean, "register": .json,
            "country": .text, "first_day": .integer, "last_day": .integer,
        ], keyLength: 1
    ) { history in
        guard history.stream.kind != .case else { return [] }
        let standing = history.standing.filter { $0.retraction == nil }
        guard let last = standing.last(where: \.event.isRegistration) else { return [] }
        let published = last.event.registeredPublication
        return [
            ProjectedRow([
                .text(history.stream.text), .text(last.event.registeredName),
                .boolean(standing.contains { $0.event.isWithdrawal }),
                .json((last.event.view["data"]?.value ?? .null).canonicalBytes()),
                .text(last.event.registeredCountry?.code),
                .integer(published?.earliest?.daysSince1970),
                .integer(published?.latest?.daysSince1970),
            ])
        ]
    }
}

extension Event {
    /// Whether it registers an actor or a source.
    fileprivate var isRegistration: Bool {
        switch body.content {
        case .actorRegistered, .sourceCaptured: true
        default: false
        }
    }

    /// The name of the actor or source that it registers; nil if it has none.
    fileprivate var registeredName: String? {
        switch body.content {
        case .actorRegistered(let actor): actor.name
        case .sourceCaptured(let source): source.title
        default: nil
        }
    }

    /// The country of the actor that it registers; nil if it has none.
    fileprivate var registeredCountry: Country? {
        if case .actorRegistered(let actor) = body.content { actor.country } else { nil }
    }

    /// When the source that it registers was published; nil if it is undated.
    fileprivate var registeredPublication: EDTFDate? {
        if case .sourceCaptured(let source) = body.content { source.published } else { nil }
    }

    fileprivate var isWithdrawal: Bool {
        if case .sourceWithdrawn = body.content { true } else { false }
    }
}

extension Projection {
    /// The unreadable events that stop their streams, which other read models omit.
    ///
    /// It is not computed from a history: see `rows(ofStopped:)`.
    package static let unreadable = Projection(
        "unreadable", table: "unreadable_event",
        columns: [
            "stream": .text, "position": .integer, "version": .integer, "reason": .text,
        ], keyLength: 2
    ) { _ in [] }

    /// The rows of a stopped stream.
    ///
    /// These are only the events that stop it, and the mentions by its other events: an index that
    /// grows with every readable event, so that answers can find what they have to omit.
    ///
    /// - Parameters:
    ///   - unreadable: the events that stop it, in order of position; at least one.
    ///   - events: the other events.
    /// - Returns: the rows, in the order of their keys.
    /// - Throws: a fold that cannot continue.
    package func rows(
        ofStopped unreadable: [UnreadableEvent], beside events: [Event]
    ) throws(ReducerFailure) -> [ProjectedRow] {
        switch name {
        case Projection.unreadable.name: return unreadable.map(\.row)
        case Projection.mentions.name:
            guard let stream = events.first?.stream else { return [] }
            return try rows(of: StreamHistory(of: stream, events, standing: []))
        default: return []
        }
    }
}

extension UnreadableEvent {
    /// The event in a row of the projection `unreadable`; nil if the row has another form.
    package init?(_ row: ProjectedRow) {
        guard row.cells.count == 4, case .text(let stream?) = row.cells[0],
            case .integer(let position?) = row.cells[1],
            case .integer(let version?) = row.cells[2], case .text(let reason?) = row.cells[3]
        else { return nil }
        self.init(stream: stream, version: version, position: position, reason: reason)
    }

    fileprivate var row: ProjectedRow {
        ProjectedRow([
            .text(stream), .integer(position), .integer(version), .text(reason),
        ])
    }
}
