import CanonicalJSON

/// The notation of the documents that a schema describes.
package enum SchemaNotation: Sendable {
    /// JSON: a text is a string.
    case json
    /// YAML 1.2, as an editor reads it: a text that looks like a number or a truth value is one.
    ///
    /// A plain `null` is not a text here, though import reads it as one: an editor cannot tell it from
    /// a field whose value is still to be written.
    case yaml
}

extension SchemaNotation {
    /// A text of a form.
    func schema(of form: TextForm) -> JSONObject {
        guard self == .yaml else { return ["type": "string", "pattern": .string(form.pattern)] }
        var schema: JSONObject = ["pattern": .string(form.pattern)]
        switch form.resemblance {
        case .nothing: schema["type"] = "string"
        case .number: schema["type"] = ["string", "number"]
        case .name:
            schema["type"] = ["string", "number", "boolean"]
            schema["minimum"] = 0
        case .scalar: schema["type"] = ["string", "number", "boolean"]
        case .integer(let range):
            schema["type"] = ["string", "integer"]
            schema["minimum"] = .integer(range.lowerBound)
            schema["maximum"] = .integer(range.upperBound)
        }
        return schema
    }

    /// An integer, or a decimal number as text.
    var number: JSONObject {
        var schema = integer(in: BodyBounds.integers)
        schema["type"] = ["string", self == .json ? "integer" : "number"]
        schema["pattern"] = .string(DecimalNumber.pattern)
        return schema
    }

    /// Any value that may be stored: its integers and texts are within the bounds of an event.
    var value: JSONValue {
        let text: JSONValue = [
            "type": "string", "pattern": .string("^[^\(String.refusedCharacters)]*$"),
        ]
        let element: JSONValue = .object(SchemaWriter.reference("value"))
        return [
            "anyOf": [
                ["type": ["null", "boolean"]], text, .object(integer(in: BodyBounds.integers)),
                ["type": "array", "items": element],
                ["type": "object", "additionalProperties": element, "propertyNames": text],
            ]
        ]
    }

    /// An integer in a range.
    func integer(in range: ClosedRange<Int64>) -> JSONObject {
        [
            "type": "integer", "minimum": .integer(range.lowerBound),
            "maximum": .integer(range.upperBound),
        ]
    }
}
