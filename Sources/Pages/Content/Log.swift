import CanonicalJSON
import CaseModel
import Casework
import Projections
import Wording

extension PageContent {
    /// A part of the log, the last event first.
    init(log events: [Event], knownAt: Int64, at place: Place) {
        let first = events.last?.position ?? 1
        self.init(
            template: .log, title: "The log",
            view: View([
                "isEmpty": events.isEmpty,
                "earlier": first > 1 ? place.link(to: .log(String(first))) : nil,
                "events": events.map { event in
                    place.view(.event(event.reference), event.newsline).adding([
                        "position": event.position, "recorded": event.recordedAt.text,
                        "by": event.recordedBy, "type": event.type.name,
                        "name": event.reference.description,
                    ])
                },
            ]),
            json: [
                "schema": "cases.log/1", "known_at": .integer(knownAt),
                "events": .array(events.map(\.place)),
            ], remarks: [])
    }

    /// The read models, with how far each has got.
    init(_ list: ProjectionList, at place: Place) {
        let models = list.json.object?["projections"]?.array ?? []
        self.init(
            template: .readModels, title: "Read models",
            view: View([
                "head": list.head,
                "models": models.map { model in
                    View([
                        "name": model.object?["name"]?.string,
                        "status": model.object?["status"]?.string,
                        "position": model.object?["position"]?.words,
                        "lag": model.object?["lag"]?.words, "rows": model.object?["rows"]?.words,
                        "digest": model.object?["digest"]?.string,
                    ])
                },
            ]), json: list.json, remarks: [])
    }
}

extension Event {
    /// Its place in the log as JSON; what it says is at its own address.
    fileprivate var place: JSONValue {
        [
            "event": .string(reference.description), "id": .string(id.text),
            "position": .integer(position), "type": .string(type.name),
            "recorded_at": .string(recordedAt.text), "recorded_by": .string(recordedBy),
        ]
    }
}
