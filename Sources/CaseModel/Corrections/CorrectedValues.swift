import CanonicalJSON

/// What must be known of an event to interpret the values that a correction of it sets.
package struct CorrectedEvent: Sendable {
    /// Its type, which defines the shapes of its fields.
    package let type: EventType
    /// The event that it corrects or retracts itself.
    package let amended: EventReference?

    /// What must be known of an event.
    package init(type: EventType, amended: EventReference?) {
        self.type = type
        self.amended = amended
    }
}

extension EventCorrected {
    /// The references in the values that it sets, with their paths in the correction.
    ///
    /// A value has the shape of its target field, so a correction of a correction is followed to
    /// the original event. Nothing is found if an event on that path is not known.
    package func references(_ known: (EventReference) -> CorrectedEvent?) -> [FoundReference] {
        let path = JSONPointer.root.appending("data").appending("set")
        return references(in: set, of: event, at: path, known)
    }

    private func references(
        in set: JSONObject, of event: EventReference, at path: JSONPointer,
        _ known: (EventReference) -> CorrectedEvent?
    ) -> [FoundReference] {
        guard let corrected = known(event) else { return [] }
        return set.members.flatMap { member in
            let place = path.appending(member.name)
            if corrected.type.name == EventCorrected.type, member.name == "data.set",
                let inner = member.value.object, let event = corrected.amended
            {
                return references(in: inner, of: event, at: place, known)
            }
            let value = JSONDocument(member.value).root
            return corrected.type.shape(at: member.name)?.references(in: value, at: place) ?? []
        }
    }
}

extension CorrectedEvent {
    /// What must be known of a recorded event.
    package init(_ event: Event) {
        self.init(type: event.type, amended: event.body.content.amended)
    }
}

extension Content {
    /// The event that a correction or retraction refers to; nil for any other event.
    package var amended: EventReference? {
        switch self {
        case .eventCorrected(let correction): correction.event
        case .eventRetracted(let retraction): retraction.event
        default: nil
        }
    }
}

extension EventType {
    /// The shape of the field at a correction's path; nil if the type has no such field.
    package func shape(at path: String) -> Shape? {
        let data = "data."
        let isData = path.hasPrefix(data)
        let fields = isData ? shape.fields : bodyShape.fields
        let name = isData ? String(path.dropFirst(data.count)) : path
        return fields.first { $0.name == name }?.shape
    }
}

extension Event {
    /// Every name by which a reference may denote this event.
    public var names: [EventReference] {
        let keyed = body.key.map { [EventReference.keyed(stream, $0)] } ?? []
        return keyed + [.id(id), .numbered(stream, version)]
    }

    /// The event with the values that a correction sets.
    func corrected(by correction: Event) throws(Faults) -> Event {
        guard !isErased, case .eventCorrected(let values) = correction.body.content else {
            return self
        }
        let json = json(setting: values.set)
        return try Event(
            position: position, id: id, stream: stream, version: version, type: type,
            recordedAt: recordedAt, recordedBy: recordedBy, json: json)
    }

    /// The members with values set at paths.
    func json(setting values: JSONObject) -> JSONObject {
        var json = json
        for member in values.members {
            json.set(member.value, at: member.name, as: type.bodyShape.field(at: member.name))
        }
        return json
    }
}

extension JSONObject {
    /// Sets the field at a correction's path; `null` removes a field that is not nullable.
    fileprivate mutating func set(_ value: JSONValue, at path: String, as shape: Shape?) {
        let value = value.isNull && shape?.takesNull != true ? nil : value
        guard path.hasPrefix("data.") else {
            self[path] = value
            return
        }
        var data = self["data"]?.object ?? JSONObject()
        data[String(path.dropFirst("data.".count))] = value
        self["data"] = .object(data)
    }
}

extension Shape {
    /// The shape of the field at a path of a body; nil if it has no such field.
    fileprivate func field(at path: String) -> Shape? {
        path.split(separator: ".").reduce(self) { shape, name in
            shape?.fields.first { $0.name == name }?.shape
        }
    }

    /// Whether `null` is a value of this shape.
    fileprivate var takesNull: Bool {
        switch self {
        case .nullable, .any: true
        default: false
        }
    }
}
