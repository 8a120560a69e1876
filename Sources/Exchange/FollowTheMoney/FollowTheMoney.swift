import CanonicalJSON
import CaseModel

/// A record as entities of FollowTheMoney: actors, sources, events, listings, owners and links.
struct FollowTheMoney {
    let record: ExchangeRecord
    /// The entities, in the order of the events that they are made from.
    private(set) var entities: [FTMEntity] = []

    init(_ record: ExchangeRecord) {
        self.record = record
        for event in record.events { entities += made(from: event) }
    }

    /// The entities, one a line.
    var entityLines: Exchanged {
        Exchanged(lines: entities.map(\.line), loss: loss("ftm", withOriginals: false))
    }

    /// The statements of the entities, as a table.
    var statementTable: Exchanged {
        Exchanged(
            lines: FTMStatements(entities).lines, loss: loss("ftm-statements", withOriginals: true))
    }

    private func loss(_ format: String, withOriginals: Bool) -> LossReport {
        var loss = LossReport(format, leftOut: record.leftOut)
        let made = Dictionary(grouping: entities, by: \.event.id)
        for event in record.events {
            guard let entities = made[event.id] else {
                loss.leaveOut(event, "no schema of FollowTheMoney says it")
                continue
            }
            var texts = WrittenTexts()
            for entity in entities { texts.insert(entity.texts(withOriginals: withOriginals)) }
            loss.keep(event, texts)
        }
        return loss
    }

    private func made(from event: Event) -> [FTMEntity] {
        switch event.body.content {
        case .actorRegistered(let actor): [self.actor(actor, event)]
        case .sourceCaptured(let source): [self.source(source, event)]
        default: event.type.isWorld ? happening(event) : []
        }
    }

    private func actor(_ actor: ActorRegistered, _ event: Event) -> FTMEntity {
        var entity = FTMEntity(FTMName.actor(event.stream.slug), actor.type.ftmSchema, from: event)
        entity.add("name", actor.name)
        entity.add("alias", actor.also + actor.names.map(\.name))
        if let code = actor.country?.code {
            entity.add("country", code.lowercased(), original: code)
        }
        entity.add("topics", actor.type.ftmTopic)
        entity.add("keywords", actor.type.rawValue)
        return entity
    }

    private func source(_ source: SourceCaptured, _ event: Event) -> FTMEntity {
        var entity = FTMEntity(FTMName.source(event.stream.slug), "Document", from: event)
        entity.add("fileName", event.stream.slug.text)
        entity.add("title", source.title)
        entity.add("publisher", source.publisher)
        entity.add("author", source.authors)
        entity.add(
            "publishedAt", FTMDate.prefix(source.published), original: source.published?.text)
        if let url = source.url, url.isPlainWebAddress { entity.add("sourceUrl", url) }
        entity.add("keywords", source.grade?.text)
        if record.withdrawn.contains(event.stream.slug) { entity.add("keywords", "withdrawn") }
        entity.add("notes", source.sha256?.text)
        return entity
    }
}

extension FollowTheMoney {
    /// Whether an actor is of a schema that can act, own and be involved.
    func isLegal(_ actor: ActorSlug) -> Bool {
        guard let type = record.actorTypes[actor.slug] else { return false }
        return type != .site && type != .item
    }

    /// Whether an actor can be owned.
    func isAsset(_ actor: ActorSlug) -> Bool {
        record.actorTypes[actor.slug].map { [.company, .site, .item].contains($0) } ?? false
    }

    /// Whether a source is among the entities.
    func isKnown(_ source: SourceSlug) -> Bool { sources.contains(source.slug) }

    /// Whether an event is among the entities.
    func isKnown(_ event: EventReference) -> Bool { happenings.contains(event) }

    private var sources: Set<Slug> { record.sourceSlugs }
    private var happenings: Set<EventReference> { record.happenings }
}

extension ActorType {
    fileprivate var ftmSchema: String {
        switch self {
        case .company: "Company"
        case .person: "Person"
        case .agency, .court, .state: "PublicBody"
        case .group, .coalition: "Organization"
        case .site, .item: "Asset"
        }
    }

    fileprivate var ftmTopic: String? {
        switch self {
        case .state: "gov.national"
        case .agency: "gov"
        case .court: "gov.judicial"
        default: nil
        }
    }
}

extension String {
    /// Whether the library keeps the address as it is: a scheme, a host with a full stop, a path.
    fileprivate var isPlainWebAddress: Bool {
        guard hasPrefix("https://") || hasPrefix("http://") else { return false }
        let rest = drop { $0 != "/" }.dropFirst(2)
        guard let slash = rest.firstIndex(of: "/") else { return false }
        let host = rest[..<slash]
        return host.contains(".") && utf8.allSatisfy { (0x21...0x7e).contains($0) }
            && !contains("#") && host == host.lowercased() && !host.contains(":")
            && !contains("%") && !contains("?") && !contains("/.") && !rest[slash...].contains("//")
    }
}
