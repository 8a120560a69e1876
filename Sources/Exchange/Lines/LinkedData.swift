import CanonicalJSON
import CaseModel

/// A record as JSON-LD 1.1: our own members, and a context that gives them the terms of PROV-O and
/// Dublin Core.
struct LinkedData {
    private let record: ExchangeRecord
    private let nodes: [EventReference: String]

    init(_ record: ExchangeRecord) {
        self.record = record
        var nodes: [EventReference: String] = [:]
        for event in record.events { for name in event.names { nodes[name] = event.node } }
        self.nodes = nodes
    }

    /// One document; nothing is lost.
    var exchanged: Exchanged {
        var loss = LossReport("jsonld", leftOut: record.leftOut)
        for event in record.events { loss.keepAll(event) }
        let document: JSONValue = [
            "@context": LinkedData.context, "events": .array(record.events.map(node)),
        ]
        let text = String(decoding: document.canonicalBytes(), as: UTF8.self)
        return Exchanged(lines: [text], loss: loss)
    }

    /// The members of an event, and what the log knows of it.
    private func node(_ event: Event) -> JSONValue {
        var members = event.json
        members["id"] = .string(event.node)
        members["a"] = ["Entity", "Event"]
        members["type"] = .string(event.type.name)
        members["stream"] = .string(event.stream.text)
        members["name"] = .string(event.name)
        members["position"] = .integer(event.position)
        members["version"] = .integer(event.version)
        members["recorded_at"] = .string(event.recordedAt.text)
        members["recorded_by"] = .string(event.recordedBy)
        if members["occurred"]?.isNull == true {
            // JSON-LD drops null; the fact that no source dates it is kept.
            members["occurred"] = nil
            members["undated"] = true
        }
        members["primary_sources"] = LinkedData.list(event.body.claims.map(\.source.slug.text))
        members["linked_to"] = LinkedData.list(event.body.links.compactMap { nodes[$0.to] })
        members["revision_of"] = LinkedData.list(revised(by: event))
        return .object(members)
    }

    private func revised(by event: Event) -> [String] {
        if case .eventCorrected(let correction) = event.body.content {
            nodes[correction.event].map { [$0] } ?? []
        } else {
            []
        }
    }

    /// A list without repetitions; nil if it is empty, which JSON-LD would drop.
    private static func list(_ texts: [String]) -> JSONValue? {
        let each = texts.eachOnce
        return each.isEmpty ? nil : .array(each.map(JSONValue.string))
    }
}

extension Event {
    /// The IRI of the event.
    fileprivate var node: String { "urn:uuid:" + id.text }
}
