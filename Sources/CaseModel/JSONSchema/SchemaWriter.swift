package import CanonicalJSON

/// Writes shapes as JSON Schema (draft 2020-12).
///
/// What several shapes have in common is defined once, under `$defs`.
package struct SchemaWriter: Sendable {
    /// The dialect in which schemas are written.
    package static let dialect = "https://json-schema.org/draft/2020-12/schema"

    private let notation: SchemaNotation

    /// Creates a writer for documents in a notation.
    package init(_ notation: SchemaNotation) { self.notation = notation }

    /// The shapes that are defined once, by name.
    private static let shared: KeyValuePairs<String, Shape> = [
        "claim": Claim.shape, "link": Link.shape, "participant": Participant.shape,
        "quantity": Quantity.shape, "money": Money.shape, "share": Share.shape,
        "text": String.shape, "edtf": EDTFDate.shape, "slug": Slug.shape,
        "event": EventReference.shape, "country": Country.shape,
    ]

    /// The definitions that the schemas of shapes refer to.
    package var definitions: JSONObject {
        SchemaWriter.shared.reduce(into: ["value": notation.value]) {
            $0[$1.key] = .object(written($1.value))
        }
    }

    /// The schema of a shape: a reference to its definition, if it has one.
    package func schema(of shape: Shape) -> JSONObject {
        guard let name = SchemaWriter.shared.first(where: { $0.value == shape })?.key else {
            return written(shape)
        }
        return SchemaWriter.reference(name)
    }

    /// A reference to a definition.
    package static func reference(_ name: String) -> JSONObject {
        ["$ref": .string("#/$defs/" + name)]
    }

    private func written(_ shape: Shape) -> JSONObject {
        switch shape {
        case .text(let form): notation.schema(of: form)
        case .reference(.event): notation.schema(of: EventReference.form)
        case .reference: SchemaWriter.reference("slug")
        case .flag: ["type": "boolean"]
        case .number: notation.number
        case .integer(let range): notation.integer(in: range)
        case .word(let words): ["enum": .array(words.map(JSONValue.string))]
        case .nullable(let shape): ["anyOf": [.object(schema(of: shape)), ["type": "null"]]]
        case .either(let one, let other):
            ["anyOf": [.object(schema(of: one)), .object(schema(of: other))]]
        case .list(let element): ["type": "array", "items": .object(schema(of: element))]
        case .map(let value):
            ["type": "object", "additionalProperties": .object(schema(of: value))]
        case .record(let fields, let rules): object(fields, rules)
        case .any: SchemaWriter.reference("value")
        }
    }
}

extension SchemaWriter {
    /// The schema of an object: its members, which of them it must have, and the rules on several.
    package func object(_ fields: [Shape.Field], _ rules: [MemberRule]) -> JSONObject {
        var members = JSONObject()
        for field in fields { members[field.name] = .object(schema(of: field)) }
        var schema: JSONObject = [
            "type": "object", "properties": .object(members), "additionalProperties": false,
        ]
        let required = fields.filter(\.isRequired).map { JSONValue.string($0.name) }
        if !required.isEmpty { schema["required"] = .array(required) }
        let further = rules.map { JSONValue.object($0.schema(among: fields)) }
        if !further.isEmpty { schema["allOf"] = .array(further) }
        return schema
    }

    /// The schema of a member, with what `cases types` shows of it.
    private func schema(of field: Shape.Field) -> JSONObject {
        var schema = schema(of: field.shape)
        // A list that must be there has an element: an empty one counts as absent.
        if field.isRequired, field.isList { schema["minItems"] = 1 }
        schema["description"] = .string(field.shape.name)
        return schema
    }
}
