import CanonicalJSON

extension Event {
    /// Every name by which a reference may mean this event.
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

    /// The members with some values by path.
    func json(setting values: JSONObject) -> JSONObject {
        var json = json
        for member in values.members {
            json.set(member.value, at: member.name, as: type.bodyShape.field(at: member.name))
        }
        return json
    }
}

extension JSONObject {
    /// Sets the field that a correction's path names; `null` removes a field that cannot be `null`.
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
    /// The shape of the field that a path of a body names; nil where it has no such field.
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
