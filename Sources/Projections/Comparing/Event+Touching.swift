import CanonicalJSON
import CaseModel

extension Event {
    /// The fields of an entry that depend on what its sources are and when they were published.
    static let sourcedFields: Set<String> = [
        "sources", "published", "status", "dissent", "links", "certain",
    ]

    /// The sources behind its claims and the links that stand on it or that it states.
    var sources: [SourceSlug] {
        var links = body.links
        if case .linkAsserted(let asserted) = body.content { links.append(asserted.link) }
        let authors = links.flatMap(\.assertedBy).compactMap { author in
            if case .source(let source) = author { source } else { nil as SourceSlug? }
        }
        return body.claims.map(\.source) + authors + links.flatMap(\.disputedBy).map(\.source)
    }

    /// Whether it gives a value to a field of an event which stands for the event's own while no
    /// source of that is published.
    func givesValue(in scope: ChangeScope, of event: Event) -> Bool {
        guard case .claimAdded(let added) = body.content, speaks(of: event) else { return false }
        return scope == .whole || scope == .state || scope == .field(added.field.path)
    }

    /// Whether it speaks of an event in a way that matters for what changed.
    func touches(_ scope: ChangeScope, of event: Event) -> Bool {
        guard speaks(of: event) else { return false }
        return switch body.content {
        case .eventCorrected(let correction):
            correction.set.members.contains { scope.isBorne(by: $0.name) }
                || !body.claims.isEmpty && scope.isOneOf(["sources", "published"])
        case .eventRetracted: true
        case .claimAdded: scope.isOneOf(["sources", "published", "status", "dissent"])
        case .differenceExplained: scope.isOneOf(["status", "dissent"])
        case .linkAsserted, .linkDisputed: scope.isOneOf(["links"])
        default: false
        }
    }
}

/// What of an event is asked for, where something changed.
enum ChangeScope: Hashable {
    /// All that is told of it.
    case whole
    /// What the state of its case is made of: its date, its actors, its fields.
    case state
    /// One field of its entry in the timeline.
    case field(String)

    /// Whether it depends on what the sources are and when they were published.
    var isSourced: Bool { isOneOf(Event.sourcedFields) || self == .state }

    /// Whether actors are named in it.
    var namesActors: Bool {
        if case .field(let field) = self {
            return ["actors", "links", "dissent", "status"].contains(field)
                || field.hasPrefix("data.")
        }
        return true
    }

    /// Whether what is asked names an actor, before or after merging.
    ///
    /// - Parameters:
    ///   - slug: the actor.
    ///   - versions: how the event reads that is asked about.
    ///   - events: those that may give it further values: on them its status rests, and its dissent.
    /// - Returns: Whether it does.
    func concerns(_ slug: Slug, of versions: [Event], said events: [Event]) -> Bool {
        guard case .field(let field) = self, field != "links" else { return true }
        let added = events.compactMap { speaker -> ClaimAdded? in
            guard case .claimAdded(let added) = speaker.body.content else { return nil }
            return versions.contains { speaker.speaks(of: $0) } ? added : nil
        }
        let paths = isOneOf(["status", "dissent"]) ? Set(added.map(\.field.path)) : [field]
        let values =
            versions.flatMap { event in paths.compactMap { event.view.value(at: $0) } }
            + added.filter { paths.contains($0.field.path) }.map(\.value)
        return values.contains { $0.holds(slug.text) }
    }

    /// Whether it is one of some fields of an entry, or all of them.
    func isOneOf(_ fields: Set<String>) -> Bool {
        switch self {
        case .whole: true
        case .state: false
        case .field(let field): fields.contains(field) || field == "certain"
        }
    }

    /// Whether it depends on what stands under a path of the event.
    func isBorne(by path: String) -> Bool {
        let isSaid = path == "occurred" || path == "actors" || path.hasPrefix("data.")
        return switch self {
        case .whole: true
        case .state: isSaid
        case .field("status"), .field("certain"): true
        case .field("sources"), .field("published"): path == "claims"
        case .field("dissent"): isSaid || path == "claims"
        case .field(let field): field == path
        }
    }
}

extension JSONValue {
    /// Whether it is a text, or holds it somewhere.
    fileprivate func holds(_ text: String) -> Bool {
        switch self {
        case .string(let own): own.utf8.elementsEqual(text.utf8)
        case .array(let elements): elements.contains { $0.holds(text) }
        case .object(let object): object.members.contains { $0.value.holds(text) }
        default: false
        }
    }
}
