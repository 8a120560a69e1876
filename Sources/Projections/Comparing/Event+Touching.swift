import CanonicalJSON
import CaseModel

extension Event {
    /// The fields of an entry that depend on its sources and their publication.
    static let sourcedFields: Set<String> = [
        "sources", "published", "status", "dissent", "links", "certain",
    ]

    /// The sources of its claims, and of the links that it has or asserts.
    var sources: [SourceSlug] {
        var links = body.links
        if case .linkAsserted(let asserted) = body.content { links.append(asserted.link) }
        let authors = links.flatMap(\.assertedBy).compactMap { author in
            if case .source(let source) = author { source } else { nil as SourceSlug? }
        }
        return body.claims.map(\.source) + authors + links.flatMap(\.disputedBy).map(\.source)
    }

    /// Whether it gives a value to a field of an event, which replaces the event's own while no
    /// source of that is published.
    func givesValue(in scope: ChangeScope, of event: Event) -> Bool {
        guard case .claimAdded(let added) = body.content, speaks(of: event) else { return false }
        return scope == .whole || scope == .state || scope == .field(added.field.path)
    }

    /// Whether it refers to an event in a way that is relevant to the scope.
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

/// The part of an event in which a difference is to be explained.
enum ChangeScope: Hashable {
    /// The whole entry.
    case whole
    /// What the event contributes to the state of its case: its date, actors and fields.
    case state
    /// One field of its entry in the timeline.
    case field(String)

    /// Whether it depends on the sources and their publication.
    var isSourced: Bool { isOneOf(Event.sourcedFields) || self == .state }

    /// Whether it can name actors.
    var namesActors: Bool {
        if case .field(let field) = self {
            return ["actors", "links", "dissent", "status"].contains(field)
                || field.hasPrefix("data.")
        }
        return true
    }

    /// Whether the scope names an actor, before or after merging.
    ///
    /// - Parameters:
    ///   - slug: the actor.
    ///   - versions: the versions of the event in question.
    ///   - events: the events that may add values to it, which affect its status and dissent.
    /// - Returns: whether it does.
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

    /// Whether it is one of the given fields of an entry, or the whole entry.
    func isOneOf(_ fields: Set<String>) -> Bool {
        switch self {
        case .whole: true
        case .state: false
        case .field(let field): fields.contains(field) || field == "certain"
        }
    }

    /// Whether it depends on the value at a path of the event.
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
    /// Whether it is the given text, or contains it as a value.
    fileprivate func holds(_ text: String) -> Bool {
        switch self {
        case .string(let own): own.utf8.elementsEqual(text.utf8)
        case .array(let elements): elements.contains { $0.holds(text) }
        case .object(let object): object.members.contains { $0.value.holds(text) }
        default: false
        }
    }
}
