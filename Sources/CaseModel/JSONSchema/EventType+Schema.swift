package import CanonicalJSON

extension EventType {
    /// The schema of the members of an event of this type, with further ones around the body.
    ///
    /// An event has a key or an id; one that begins a stream has its fixed key.
    package func schema(
        around further: [Shape.Field], by writer: SchemaWriter
    ) -> JSONObject {
        guard case .record(let members, let own) = bodyShape else { return [:] }
        let named: MemberRule = fixedKey == nil ? .anyOf(["key", "id"]) : .anyOf(["key"])
        var schema = writer.object(further + members, own + [named])
        schema["description"] = .string(meaning)
        guard var properties = schema["properties"]?.object else { return schema }
        properties["type"] = ["const": .string(name)]
        if let fixedKey { properties["key"] = ["const": .string(fixedKey)] }
        if isWorld { properties["claims"] = .object(claims(properties["claims"]?.object ?? [:])) }
        schema["properties"] = .object(properties)
        return schema
    }

    /// A claim of an event of the world names a field of that event.
    private func claims(_ schema: JSONObject) -> JSONObject {
        let own = shape.fields.map(\.name)
        let names = FieldName.envelope + own + own.map { "data." + $0 }
        let fields: JSONValue = ["enum": .array(names.map(JSONValue.string))]
        var schema = schema
        schema["items"] = [
            "allOf": [
                .object(SchemaWriter.reference("claim")), ["properties": ["field": fields]],
            ]
        ]
        return schema
    }
}

extension EventType {
    /// The name of a stream in which an event of this type may stand.
    package var streamForm: TextForm {
        let kinds = streams.map(\.rawValue).joined(separator: "|")
        return TextForm(
            name: "STREAM",
            pattern: "^(?!source/\(Asserter.analystWord)$)(\(kinds))/\(Slug.expression)$")
    }
}

extension [EventType] {
    /// The schema of an event of any of these types: its type decides which members it has.
    ///
    /// One condition a type, so that an editor completes the members of that type, and finds the
    /// faults of that type alone.
    package func schema(_ body: (EventType) -> JSONObject) -> JSONObject {
        let names = map { JSONValue.string($0.name) }
        let conditions = map { type -> JSONValue in
            [
                "if": [
                    "properties": ["type": ["const": .string(type.name)]], "required": ["type"],
                ],
                "then": .object(body(type)),
            ]
        }
        return [
            "type": "object", "required": ["type"],
            "properties": ["type": ["enum": .array(names)]], "allOf": .array(conditions),
        ]
    }
}
