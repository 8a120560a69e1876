import CanonicalJSON
import CaseModel

extension EventLine {
    /// The JSON Schema (draft 2020-12) of one line of JSON Lines.
    ///
    /// What it cannot say is what that of case files cannot say either.
    static var schema: JSONObject {
        let writer = SchemaWriter(.json)
        var schema = EventType.imported.schema { type in
            let stream = Shape.Field(
                name: "stream", shape: .text(type.streamForm), isRequired: true)
            return type.schema(around: [stream] + around, by: writer)
        }
        schema["$schema"] = .string(SchemaWriter.dialect)
        schema["$id"] = "urn:cases:schema:line:1"
        schema["title"] = "Line of JSON Lines"
        schema["$defs"] = .object(writer.definitions)
        return schema
    }

    /// The members beside stream and body; those that an export adds are ignored.
    private static let around =
        [
            Shape.Field(name: "type", shape: .any, isRequired: true),
            Shape.Field(name: "id", shape: .text(EventID.form), isRequired: false),
        ] + added.map { Shape.Field(name: $0, shape: .any, isRequired: false) }
}
