public import CanonicalJSON
public import CaseModel

/// Which sources support what is recorded: events, claims on fields of events, and links.
///
/// A source that denies or doubts supports nothing. An event that rests on a reason instead of a
/// source has no support to lose.
public struct Support: Sendable {
    /// The support of one assertion.
    private struct Voices: Sendable {
        var sources: Set<SourceSlug> = []
        /// Whether an analyst asserts it too, which no withdrawal affects.
        var hasAnalyst = false
    }

    private var things: [Assertion] = []
    private var voices: [Assertion: Voices] = [:]
    private var names: [EventReference: EventReference] = [:]
    /// What each source supports, in order of recording.
    private var resting: [SourceSlug: [Assertion]] = [:]

    /// The support of effective events, in order of position.
    public init(_ events: [EffectiveEvent]) {
        let standing = events.filter { $0.retraction == nil }
        for event in standing.map(\.event) { event.names.forEach { names[$0] = event.reference } }
        for event in standing { take(event) }
        for event in standing { takeAdded(event) }
        for thing in things {
            for source in voices[thing]?.sources ?? [] {
                resting[source, default: []].append(thing)
            }
        }
    }

    /// The sources that support anything.
    public var sources: Set<SourceSlug> {
        voices.values.reduce(into: []) { $0.formUnion($1.sources) }
    }

    /// What loses its last support when a source is withdrawn in addition to others.
    ///
    /// If a whole event does, its fields are not listed separately.
    public func lost(without source: SourceSlug, withdrawn: Set<SourceSlug>) -> [Assertion] {
        let gone = withdrawn.union([source])
        let lost = assertions(restingOn: source).filter { thing in
            guard let voices = voices[thing], !voices.hasAnalyst else { return false }
            return voices.sources.isSubset(of: gone)
        }
        return lost.withoutFieldsOfEvents
    }

    /// What is supported by retellings only when a source is withdrawn in addition to others: every
    /// remaining source retells, directly or through others, what was withdrawn.
    ///
    /// If a whole event is, its fields are not listed separately.
    public func retold(
        without source: SourceSlug, withdrawn: Set<SourceSlug>, _ registers: Registers
    ) -> [Retold] {
        let gone = withdrawn.union([source])
        let retelling = registers.retellers(of: gone)
        let retellingSource = registers.retellers(of: [source])
        let retold = things.compactMap { thing -> Retold? in
            guard let voices = voices[thing], !voices.hasAnalyst else { return nil }
            let left = voices.sources.subtracting(gone)
            guard !left.isEmpty, left.isSubset(of: retelling),
                voices.sources.contains(source) || !left.isDisjoint(with: retellingSource)
            else { return nil }
            return Retold(assertion: thing, sources: left.sorted())
        }
        let kept = Set(retold.map(\.assertion).withoutFieldsOfEvents)
        return retold.filter { kept.contains($0.assertion) }
    }
}

extension [Assertion] {
    /// The assertions without the fields of events that are included as a whole.
    fileprivate var withoutFieldsOfEvents: [Assertion] {
        let events = Set(filter { $0.what == .event }.map(\.event))
        return filter { thing in
            guard case .claim(on: _, added: nil) = thing.what else { return true }
            return !events.contains(thing.event)
        }
    }
}

extension Support {
    /// What a source supports, alone or with others, in order of recording.
    func assertions(restingOn source: SourceSlug) -> [Assertion] {
        resting[source] ?? []
    }

    /// The sources that support an assertion, in order of their slugs.
    func sources(of thing: Assertion) -> [SourceSlug] { (voices[thing]?.sources ?? []).sorted() }

    /// Whether an analyst asserts it too.
    func hasAnalyst(_ thing: Assertion) -> Bool { voices[thing]?.hasAnalyst == true }
}

extension Support {
    /// Adds what an event asserts with its own claims, and its links between events that count.
    private mutating func take(_ standing: EffectiveEvent) {
        let event = standing.event
        let claims = event.body.claims.filter(\.supports)
        let name = event.reference
        if case .claimAdded(let added) = event.body.content {
            let claim = Assertion.What.claim(on: added.field.path, added: name)
            add(claims, to: Assertion(event: resolve(added.event), what: claim))
        } else if !claims.isEmpty {
            add(claims, to: Assertion(event: name, what: .event))
            for path in claims.compactMap({ $0.field?.path }) {
                let about = claims.filter { $0.field.map { $0.path == path } ?? true }
                add(about, to: Assertion(event: name, what: .claim(on: path, added: nil)))
            }
        }
        for link in event.body.links where standing.fates[link.to] == nil { add(link, on: name) }
        if case .linkAsserted(let asserted) = event.body.content, standing.fates.isEmpty {
            add(asserted.link, on: resolve(asserted.event))
        }
    }

    /// Adds the support of an added claim or a correction for the event that it refers to.
    private mutating func takeAdded(_ standing: EffectiveEvent) {
        let event = standing.event
        add(standing.corrections.flatMap(\.body.claims), toWhole: event.reference)
        guard case .claimAdded(let added) = event.body.content else { return }
        add(event.body.claims, toWhole: resolve(added.event))
    }

    private mutating func add(_ claims: [Claim], toWhole event: EventReference) {
        let whole = Assertion(event: event, what: .event)
        guard voices[whole] != nil else { return }
        add(claims.filter(\.supports), to: whole)
    }

    private mutating func add(_ link: Link, on event: EventReference) {
        let what = Assertion.What.link(link.relation, link.mode, to: resolve(link.to))
        let sources = link.assertedBy.compactMap { asserter in
            if case .source(let source) = asserter { source } else { nil as SourceSlug? }
        }
        add(
            Voices(sources: Set(sources), hasAnalyst: link.assertedBy.contains(.analyst)),
            to: Assertion(event: event, what: what))
    }

    private mutating func add(_ claims: [Claim], to thing: Assertion) {
        add(Voices(sources: Set(claims.map(\.source))), to: thing)
    }

    private mutating func add(_ more: Voices, to thing: Assertion) {
        if voices[thing] == nil { things.append(thing) }
        voices[thing, default: Voices()].sources.formUnion(more.sources)
        if more.hasAnalyst { voices[thing]?.hasAnalyst = true }
    }

    /// The name that answers use for an event; the name itself if the event is not among the given
    /// ones.
    private func resolve(_ name: EventReference) -> EventReference { names[name] ?? name }
}

/// Something that sources support: an event, a claim on one of its fields, or one of its links.
public struct Assertion: Hashable, Sendable {
    /// What it is, besides the event.
    public enum What: Hashable, Sendable {
        /// The event itself.
        case event
        /// A claim on one of its fields, given by path; with the event that added it if it was
        /// added later.
        case claim(on: String, added: EventReference?)
        /// One of its links.
        case link(Relation, Mode?, to: EventReference)
    }

    /// The event.
    public let event: EventReference
    /// What is asserted of it.
    public let what: What
}

extension Assertion {
    /// The JSON form.
    public var answer: JSONObject {
        var members: JSONObject = ["event": .event(event)]
        switch what {
        case .event:
            members["what"] = "event"
        case .claim(let field, let added):
            members["what"] = "claim"
            members["field"] = .string(field)
            members["claim"] = (added?.description).map(JSONValue.string)
        case .link(let relation, let mode, let to):
            members["what"] = "link"
            members["relation"] = .string(relation.rawValue)
            members["mode"] = .optional(mode?.rawValue)
            members["to"] = .event(to)
        }
        return members
    }
}

/// Something that depends on a source, and its other support.
public struct Rest: Hashable, Sendable {
    /// What depends on it.
    public let assertion: Assertion
    /// The other supporting sources that are independent, in order of their slugs.
    public let others: [SourceSlug]
    /// The other supporting sources with the same origin, in order of their slugs.
    public let sameOrigin: [SourceSlug]
    /// Whether an analyst asserts it too.
    public let hasAnalyst: Bool

    /// Whether it has no other support; a source that only retells the same origin does not count.
    public var isAlone: Bool { others.isEmpty && !hasAnalyst }
}

extension Support {
    /// What depends on a source, in order of recording.
    ///
    /// Withdrawn sources do not count as other support.
    public func rests(on source: SourceSlug, _ registers: Registers) -> [Rest] {
        let origin = registers.origin(of: source)
        return assertions(restingOn: source).map { thing in
            let beside = sources(of: thing).filter {
                $0 != source && !registers.withdrawn.contains($0)
            }
            return Rest(
                assertion: thing,
                others: beside.filter { registers.origin(of: $0) != origin },
                sameOrigin: beside.filter { registers.origin(of: $0) == origin },
                hasAnalyst: hasAnalyst(thing))
        }
    }
}

/// Something supported only by retellings of what was withdrawn.
public struct Retold: Hashable, Sendable {
    /// What depends on them.
    public let assertion: Assertion
    /// The remaining sources, in order of their slugs.
    public let sources: [SourceSlug]

    /// The JSON form.
    public var answer: JSONObject {
        var members = assertion.answer
        members["with"] = .slugs(sources)
        return members
    }
}

extension Registers {
    /// The sources that retell one of `origins`, directly or through others.
    func retellers(of origins: Set<SourceSlug>) -> Set<SourceSlug> {
        let retelling = Dictionary(grouping: sources.keys) { sources[$0]?.reports }
        var found: Set<SourceSlug> = []
        var next = Array(origins)
        while let origin = next.popLast() {
            next += (retelling[origin] ?? []).filter { found.insert($0).inserted }
        }
        return found
    }
}
