import CanonicalJSON
package import CaseModel

/// What is handed to other tools: events as they stand, in the order recorded.
package struct ExchangeRecord: Sendable {
    /// The events, with their corrections applied.
    package let events: [Event]
    /// The ids of those that were corrected.
    package let corrected: Set<EventID>
    /// Why events are not plain facts.
    ///
    /// Other tools do not have such events, so each format says it in its own way.
    let doubts: [EventID: Doubt]
    /// When corrected events were corrected last.
    let modified: [EventID: Instant]
    /// The sources that were withdrawn.
    let withdrawn: Set<Slug>
    /// The events that are not handed over: retracted or erased.
    package let leftOut: [LossReport.LeftOut]
    /// What kind of actor each registered actor is.
    let actorTypes: [Slug: ActorType]
    /// The names of the states that are registered, by country code.
    let stateNames: [String: String]
    /// The registered sources.
    let sourceSlugs: Set<Slug>
    /// Every name of the events of the world.
    let happenings: Set<EventReference>

    /// Why an event is not a plain fact: its sources only foretell, doubt or deny it,
    /// some of them say otherwise than others, or none of those that support it counts any more.
    enum Doubt: String {
        case foretold, doubted, denied, disputed, unsupported
    }

    /// Takes effective events; those that do not count are left out.
    package init(_ standing: [EffectiveEvent]) {
        leftOut = standing.compactMap { item in
            item.absence.map { .init(event: item.event.reference.description, why: $0) }
        }
        let events = standing.filter { $0.absence == nil }.map(\.event)
        self.events = events
        let contested = Set(events.flatMap(\.contested))
        doubts = standing.reduce(into: [:]) { $0[$1.event.id] = Doubt($1, contested) }
        modified = standing.reduce(into: [:]) { times, item in
            times[item.event.id] = item.corrections.last?.recordedAt
        }
        withdrawn = Set(
            events.filter { $0.type.name == SourceWithdrawn.type }.map(\.stream.slug))
        corrected = Set(standing.filter { !$0.corrections.isEmpty }.map(\.event.id))
        sourceSlugs = Set(
            events.filter { $0.type.name == SourceCaptured.type }.map(\.stream.slug))
        happenings = Set(events.filter(\.type.isWorld).flatMap(\.names))
        let actors = events.compactMap { event in
            if case .actorRegistered(let actor) = event.body.content {
                (slug: event.stream.slug, actor: actor)
            } else {
                nil
            }
        }
        actorTypes = actors.reduce(into: [:]) { $0[$1.slug] = $1.actor.type }
        let states = actors.map(\.actor).filter { $0.type == .state }
        stateNames = states.reduce(into: [:]) { names, state in
            if let code = state.country?.code { names[code] = names[code] ?? state.name }
        }
    }
}

extension EffectiveEvent {
    /// Why the event is not handed over; nil if it is.
    fileprivate var absence: String? {
        retraction.map { "retracted by \($0.reference)" } ?? (event.isErased ? "erased" : nil)
    }
}

extension ExchangeRecord.Doubt {
    /// Nil if a source, or the recorder, says that it happened.
    fileprivate init?(_ item: EffectiveEvent, _ contested: Set<EventReference>) {
        let claims = item.event.body.claims.filter { $0.field == nil }
        if item.isForetold {
            self = .foretold
        } else if item.isUnsupported {
            self = .unsupported
        } else if claims.contains(where: \.dissents) {
            let isOnlyDoubted = claims.allSatisfy { $0.stance == .doubts }
            let isOnlyDenied = claims.allSatisfy(\.dissents)
            self = isOnlyDoubted ? .doubted : isOnlyDenied ? .denied : .disputed
        } else if item.event.names.contains(where: contested.contains) {
            self = .disputed
        } else {
            return nil
        }
    }
}

extension Event {
    /// The event that this one's sources deny or doubt, if it is a claim added to a whole event.
    fileprivate var contested: [EventReference] {
        guard case .claimAdded(let added) = body.content, body.claims.contains(where: \.dissents)
        else { return [] }
        return [added.event]
    }

    /// The name by which other tools know the event: `CASE/KEY`, `actor/SLUG/registered`,
    /// or `CASE#VERSION` without a key.
    var name: String { reference.description }

    /// The canonical JSON of what it says.
    var canonicalBody: String {
        String(decoding: JSONValue.object(json).canonicalBytes(), as: UTF8.self)
    }
}
