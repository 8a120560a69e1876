import CanonicalJSON
import CaseModel

/// A record as a bundle of STIX 2.1: identities, incidents, relationships, opinions and notes, each
/// with the event that it was made from in an extension.
///
/// STIX has no vague dates, so what happened when is only in the extension.
struct STIXBundle {
    private let record: ExchangeRecord
    private let actors: Set<Slug>
    private var objects: [JSONObject] = []

    init(_ record: ExchangeRecord) {
        self.record = record
        actors = Set(record.actorTypes.keys)
        guard let first = record.events.first else { return }
        objects = STIXBundle.frame(first)
        for event in record.events { objects += made(from: event) }
        objects += groupings()
    }

    /// The bundle; nothing is lost.
    var exchanged: Exchanged {
        var loss = LossReport("stix", leftOut: record.leftOut)
        for event in record.events { loss.keepAll(event) }
        let ids = objects.compactMap { $0["id"]?.string }.joined(separator: " ")
        let bundle: JSONValue = [
            "type": "bundle", "id": .string(STIXObject.id("bundle", ids)),
            "objects": .array(objects.map(JSONValue.object)),
        ]
        return Exchanged(
            lines: [String(decoding: bundle.canonicalBytes(), as: UTF8.self)], loss: loss)
    }

    /// Who speaks, and what the extension is.
    private static func frame(_ first: Event) -> [JSONObject] {
        var record = STIXObject.members("identity", "cases", from: first)
        record["name"] = "A record of cases"
        record["identity_class"] = "system"
        var definition = STIXObject.members("extension-definition", "event/1", from: first)
        definition["created_by_ref"] = .string(STIXObject.recordID)
        definition["name"] = "cases event"
        definition["description"] =
            "The recorded event that an object was made from: body is its canonical JSON (RFC 8785)."
        definition["schema"] = "urn:cases:schema:line:1"
        definition["version"] = "1.0.0"
        definition["extension_types"] = ["property-extension"]
        return [record, definition]
    }

    private func made(from event: Event) -> [JSONObject] {
        switch event.body.content {
        case .actorRegistered(let actor): [identity(actor, event)]
        default: event.type.isWorld ? [incident(event)] + further(event) : [note(event)]
        }
    }

    private func identity(_ actor: ActorRegistered, _ event: Event) -> JSONObject {
        var object = members("identity", event.stream.text, event)
        object["name"] = .string(actor.name)
        object["identity_class"] = .string(actor.type.stixClass)
        object["roles"] = [.string(actor.type.rawValue)]
        return object
    }

    private func incident(_ event: Event) -> JSONObject {
        var object = members("incident", event.name, event)
        object["name"] = .string(event.body.summary ?? event.type.meaning)
        let doubt = record.doubts[event.id].map { [$0.rawValue] } ?? []
        object["labels"] = .array(([event.type.name] + doubt).map(JSONValue.string))
        let sources = event.body.claims.map { claim -> JSONValue in
            var reference: JSONObject = [
                "source_name": .string(claim.source.slug.text),
                "external_id": .string("source/\(claim.source.slug)"),
            ]
            reference["description"] = claim.at.map(JSONValue.string)
            return .object(reference)
        }
        if !sources.isEmpty { object["external_references"] = .array(sources) }
        return object
    }

    /// The members of an object that carries an event.
    private func members(_ type: String, _ name: String, _ event: Event) -> JSONObject {
        var object = STIXObject.members(
            type, name, from: event, modified: record.modified[event.id])
        object["created_by_ref"] = .string(STIXObject.recordID)
        object["extensions"] = STIXObject.extensions(event)
        return object
    }
}

extension STIXBundle {
    /// An event about the record, as a note on what it is about.
    private func note(_ event: Event) -> JSONObject {
        var object = members("note", event.name, event)
        object["content"] = .string(content(of: event))
        let about = [event].named.filter { $0.kind == .event }
            .compactMap { EventReference($0.text) }.filter(record.happenings.contains)
            .map { STIXObject.id("incident", $0.description) }.sorted()
        object["object_refs"] = .array(
            (about.isEmpty ? [STIXObject.recordID] : about.eachOnce).map(JSONValue.string))
        return object
    }

    /// What a note says: the text of a note, otherwise what the type of the event means.
    private func content(of event: Event) -> String {
        if case .noteAdded(let note) = event.body.content { return note.text }
        return "\(event.type.name): \(event.body.summary ?? event.type.meaning)"
    }

    /// The actors of an event and its links, as relationships, and the denials of links as opinions.
    private func further(_ event: Event) -> [JSONObject] {
        let incident = STIXObject.id("incident", event.name)
        var objects: [JSONObject] = []
        for (index, participant) in event.body.actors.enumerated()
        where actors.contains(participant.actor.slug) {
            var object = STIXObject.members(
                "relationship", "\(event.name)/actors/\(index)", from: event,
                modified: record.modified[event.id])
            object["created_by_ref"] = .string(STIXObject.recordID)
            object["relationship_type"] = "related-to"
            object["source_ref"] = .string(incident)
            object["target_ref"] = .string(
                STIXObject.id("identity", "actor/\(participant.actor.slug)"))
            object["description"] = .string(participant.role.rawValue)
            objects.append(object)
        }
        for (index, link) in event.body.links.enumerated() where record.happenings.contains(link.to)
        {
            objects += relationship(link, index, of: event)
        }
        return objects
    }

    private func relationship(_ link: Link, _ index: Int, of event: Event) -> [JSONObject] {
        let name = "\(event.name)/links/\(index)"
        var object = STIXObject.members(
            "relationship", name, from: event, modified: record.modified[event.id])
        object["created_by_ref"] = .string(STIXObject.recordID)
        object["relationship_type"] = "related-to"
        object["source_ref"] = .string(STIXObject.id("incident", event.name))
        object["target_ref"] = .string(STIXObject.id("incident", link.to.description))
        let words = [
            link.relation.rawValue, link.mode?.rawValue, link.basis.rawValue,
            link.likelihood?.rawValue,
        ]
        object["description"] = .string(words.compactMap(\.self).joined(separator: ", "))
        object["confidence"] = link.effectiveLikelihood.map { .integer($0.stixConfidence) }
        let denials = link.disputedBy.enumerated().map { number, dispute -> JSONObject in
            var opinion = STIXObject.members(
                "opinion", "\(name)/\(number)", from: event, modified: record.modified[event.id])
            opinion["created_by_ref"] = .string(STIXObject.recordID)
            opinion["opinion"] = "strongly-disagree"
            opinion["authors"] = [.string(dispute.actor.slug.text)]
            opinion["explanation"] = .string("denied in \(dispute.source.slug)")
            opinion["object_refs"] = [.string(STIXObject.id("relationship", name))]
            return opinion
        }
        return [object] + denials
    }

    /// The incidents of each case.
    private func groupings() -> [JSONObject] {
        let happened = record.events.filter(\.type.isWorld)
        let titles = record.events.reduce(into: [StreamName: String]()) { titles, event in
            guard case .caseOpened(let opened) = event.body.content else { return }
            titles[event.stream] = opened.title
        }
        let cases = Dictionary(grouping: happened, by: \.stream).sorted { $0.key < $1.key }
        return cases.compactMap { stream, events in
            guard let first = events.first else { return nil }
            // It is another version with every event that is added or corrected.
            let times = events.map { record.modified[$0.id] ?? $0.recordedAt }
            var object = STIXObject.members(
                "grouping", stream.text, from: first,
                modified: times.max { $0.microseconds < $1.microseconds })
            object["created_by_ref"] = .string(STIXObject.recordID)
            object["name"] = .string(titles[stream] ?? stream.slug.text)
            object["context"] = "unspecified"
            object["object_refs"] = .array(
                events.map { .string(STIXObject.id("incident", $0.name)) })
            return object
        }
    }
}

extension ActorType {
    fileprivate var stixClass: String {
        switch self {
        case .person: "individual"
        case .company, .agency, .court: "organization"
        case .state, .group, .coalition: "group"
        case .site, .item: "unknown"
        }
    }
}

extension Likelihood {
    /// The number that STIX 2.1, appendix A, gives to the term of ICD-203.
    fileprivate var stixConfidence: Int64 {
        switch self {
        case .almostNoChance: 5
        case .veryUnlikely: 15
        case .unlikely: 30
        case .roughlyEvenChance: 50
        case .likely: 70
        case .veryLikely: 85
        case .almostCertain: 95
        }
    }
}
