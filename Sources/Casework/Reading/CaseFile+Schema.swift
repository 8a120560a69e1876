import CanonicalJSON
import CaseModel

extension CaseFile {
    /// The JSON Schema (draft 2020-12) of case files, for editors.
    ///
    /// It refuses nothing that import takes, except texts that YAML reads as `null`. What no schema
    /// can say is left to import: what refers to what, the calendar, the order of bounds.
    static var schema: JSONObject {
        let writer = SchemaWriter(.yaml)
        var members = JSONObject()
        for (name, kind) in registers { members[name] = register(of: kind, writer) }
        members["case"] = .object(writer.schema(of: Slug.shape))
        members["title"] = .object(writer.schema(of: String.shape))
        members["events"] = ["type": "array", "items": .object(SchemaWriter.reference("anyEvent"))]
        var definitions = writer.definitions
        definitions["anyEvent"] = .object(event(writer))
        return [
            "$schema": .string(SchemaWriter.dialect), "$id": "urn:cases:schema:case-file:1",
            "title": "Case file", "type": "object", "properties": .object(members),
            "additionalProperties": false,
            "dependentRequired": ["title": ["case"], "events": ["case"]],
            "$defs": .object(definitions),
        ]
    }

    private static func register(
        of kind: StreamName.Kind, _ writer: SchemaWriter
    ) -> JSONValue {
        guard let type = EventType.named(kind.firstType) else { return false }
        let reserved: JSONObject = kind == .source ? ["not": ["const": "analyst"]] : [:]
        return [
            "type": "object",
            "propertyNames": [
                "allOf": [.object(SchemaWriter.reference("slug")), .object(reserved)]
            ],
            "additionalProperties": .object(writer.schema(of: type.shape)),
        ]
    }

    private static func event(_ writer: SchemaWriter) -> JSONObject {
        let around = [
            Shape.Field(name: "type", shape: .any, isRequired: true),
            Shape.Field(name: "id", shape: .text(EventID.form), isRequired: false),
        ]
        let types = EventType.imported.filter { $0.streams.contains(.case) }
        return types.schema { $0.schema(around: around, by: writer) }
    }
}
