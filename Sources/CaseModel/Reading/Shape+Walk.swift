public import CanonicalJSON

/// A place in an event that names something else.
public struct FoundReference: Hashable, Sendable {
    /// What it names.
    public let kind: ReferenceKind
    /// The name as written.
    public let text: String
    /// Where it stands.
    public let path: JSONPointer
}

extension Shape {
    /// Everything that a value of this shape names, in the order of the document.
    public func references(in json: JSONValue, at path: JSONPointer = .root) -> [FoundReference] {
        switch (self, json) {
        case (.reference(.asserter), .string(Asserter.analystWord)):
            []
        case (.reference(let kind), .string(let text)):
            [FoundReference(kind: kind == .asserter ? .source : kind, text: text, path: path)]
        case (.nullable(let shape), _):
            shape.references(in: json, at: path)
        case (.either(let scalar, let record), _):
            (json.object == nil ? scalar : record).references(in: json, at: path)
        case (.list(let shape), .array(let elements)):
            elements.enumerated().flatMap { index, element in
                shape.references(in: element, at: path.appending(index))
            }
        case (.record(let fields), .object(let object)):
            fields.flatMap { field in
                object[field.name].map {
                    field.shape.references(in: $0, at: path.appending(field.name))
                } ?? []
            }
        default: []
        }
    }

    /// The value without the empty lists that the shape knows: an empty list says no more than none.
    public func withoutEmptyLists(_ json: JSONValue) -> JSONValue {
        switch (self, json) {
        case (.nullable(let shape), _):
            return shape.withoutEmptyLists(json)
        case (.either(let scalar, let record), _):
            return (json.object == nil ? scalar : record).withoutEmptyLists(json)
        case (.list(let shape), .array(let elements)):
            return .array(elements.map(shape.withoutEmptyLists))
        case (.record(let fields), .object(var object)):
            for field in fields {
                let value = object[field.name].map(field.shape.withoutEmptyLists)
                object[field.name] = field.isList && value == .array([]) ? nil : value
            }
            return .object(object)
        default:
            return json
        }
    }
}

extension Shape.Field {
    fileprivate var isList: Bool {
        if case .list = shape { true } else { false }
    }
}
