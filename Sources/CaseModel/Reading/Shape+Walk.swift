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
    public func references(in json: JSONView, at path: JSONPointer = .root) -> [FoundReference] {
        var found: [FoundReference] = []
        var steps = path.steps
        collect(from: json, at: &steps, into: &found)
        return found
    }

    private func collect(
        from json: JSONView, at steps: inout [JSONPointer.Step],
        into found: inout [FoundReference]
    ) {
        switch self {
        case .reference(let kind):
            guard let text = json.string, kind != .asserter || text != Asserter.analystWord
            else { break }
            let kind = kind == .asserter ? .source : kind
            found.append(FoundReference(kind: kind, text: text, path: JSONPointer(steps)))
        case .nullable(let shape):
            shape.collect(from: json, at: &steps, into: &found)
        case .either(let scalar, let record):
            (json.isObject ? record : scalar).collect(from: json, at: &steps, into: &found)
        case .list(let shape):
            guard let elements = json.elements else { break }
            for (index, element) in elements.enumerated() {
                steps.append(.index(index))
                shape.collect(from: element, at: &steps, into: &found)
                steps.removeLast()
            }
        case .record(let fields):
            for field in fields {
                guard let value = json[field.name] else { continue }
                steps.append(.name(field.name))
                field.shape.collect(from: value, at: &steps, into: &found)
                steps.removeLast()
            }
        default: break
        }
    }

    /// What of this shape can name something; nil where nothing in it can.
    var naming: Shape? {
        switch self {
        case .reference: self
        case .nullable(let shape): shape.naming
        case .list(let shape): shape.naming.map(Shape.list)
        case .either(let scalar, let record): Shape.either(naming: scalar.naming, record.naming)
        case .record(let fields): Shape.record(naming: fields.compactMap(\.naming))
        default: nil
        }
    }

    private static func either(naming scalar: Shape?, _ record: Shape?) -> Shape? {
        scalar == nil && record == nil ? nil : .either(scalar ?? .any, record ?? .any)
    }

    private static func record(naming fields: [Field]) -> Shape? {
        fields.isEmpty ? nil : .record(fields)
    }

    /// The document without the empty lists that the shape knows, as RFC 8785 writes it; itself
    /// where it holds none.
    func withoutEmptyLists(_ document: JSONDocument) -> JSONDocument {
        guard document.holdsEmptyArray else { return document }
        return JSONDocument(withoutEmptyLists(document.root.value))
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
    fileprivate var naming: Shape.Field? {
        shape.naming.map { Shape.Field(name: name, shape: $0, isRequired: isRequired) }
    }

    fileprivate var isList: Bool {
        if case .list = shape { true } else { false }
    }
}
