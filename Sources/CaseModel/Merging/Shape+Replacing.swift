package import CanonicalJSON

extension Shape {
    /// A value of this shape with the names of one kind of thing replaced.
    ///
    /// List elements that become equal are collapsed into one.
    package func replacing(
        _ kind: ReferenceKind, in json: JSONValue, by name: (String) -> String
    ) -> JSONValue {
        switch (self, json) {
        case (.reference(kind), .string(let text)):
            return .string(name(text))
        case (.nullable(let shape), _):
            return shape.replacing(kind, in: json, by: name)
        case (.either(let scalar, let record), _):
            return (json.object == nil ? scalar : record).replacing(kind, in: json, by: name)
        case (.list(let shape), .array(let elements)):
            let replaced = elements.map { shape.replacing(kind, in: $0, by: name) }
            return replaced == elements ? json : .array(replaced.eachOnce)
        case (.record(let fields, _), .object(var object)):
            for field in fields {
                guard let value = object[field.name] else { continue }
                object[field.name] = field.shape.replacing(kind, in: value, by: name)
            }
            return .object(object)
        default:
            return json
        }
    }
}

extension [JSONValue] {
    /// The values without repetitions, in order of first appearance.
    fileprivate var eachOnce: [JSONValue] {
        var seen: Set<JSONValue> = []
        return filter { seen.insert($0).inserted }
    }
}
