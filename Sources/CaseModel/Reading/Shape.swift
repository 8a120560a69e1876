public import CanonicalJSON

/// The shape that a value of the language has in JSON.
///
/// `cases types` shows it, it gives YAML scalars their types, and it tells where an event refers to
/// other things.
public indirect enum Shape: Hashable, Sendable {
    /// Free text, or text with a syntax of its own.
    case text(TextForm)
    /// A reference to an actor, a source, an event, a measure or a list.
    case reference(ReferenceKind)
    /// `true` or `false`.
    case flag
    /// An integer, or a decimal number written as text.
    case number
    /// An integer in a range.
    case integer(ClosedRange<Int64>)
    /// One of these words.
    case word([String])
    /// A value that may be `null`, meaning known to be unknown.
    case nullable(Shape)
    /// A list of values of one shape.
    case list(Shape)
    /// An object with these members, and the rules on several of them.
    case record([Field], rules: [MemberRule])
    /// A scalar of the first shape, or an object of the second.
    case either(Shape, Shape)
    /// An object with arbitrary member names.
    case map(Shape)
    /// Any value; another rule decides which.
    case any

    /// A member of an object.
    public struct Field: Hashable, Sendable {
        /// The member's name.
        public let name: String
        /// The shape of its value.
        public let shape: Shape
        /// Whether it is mandatory.
        public let isRequired: Bool

        /// Creates a member.
        package init(name: String, shape: Shape, isRequired: Bool) {
            (self.name, self.shape, self.isRequired) = (name, shape, isRequired)
        }
    }
}

/// The syntax of a text.
public struct TextForm: Hashable, Sendable {
    /// Its name in `cases types`: `SLUG`, `EDTF`.
    public let name: String
    /// A regular expression (ECMA-262, as JSON Schema uses it) that every text of this form
    /// matches.
    ///
    /// It may match more, where a rule is not about spelling: that April has 30 days.
    public let pattern: String
    /// What YAML may take a plain text of this form for.
    public let resemblance: Resemblance

    /// What YAML may take a plain text for, instead of a text.
    public enum Resemblance: Hashable, Sendable {
        case nothing
        /// An integer in a range: a year, a share.
        case integer(ClosedRange<Int64>)
        /// A number of any kind: a decimal number, a digest whose only letter is an `e`.
        case number
        /// A number that is not negative, or a truth value.
        case name
        /// A number or a truth value.
        case scalar
    }

    init(name: String, pattern: String, resembles resemblance: Resemblance = .nothing) {
        (self.name, self.pattern, self.resemblance) = (name, pattern, resemblance)
    }
}

/// What a reference points at.
public enum ReferenceKind: Hashable, Sendable {
    case actor, source, event
    /// A measure or a list of parties: one slug across all cases, registered or not.
    case measure, list
    /// A source, or the word `analyst`, which needs no registration.
    case asserter

    /// Whether the referenced thing must exist in the record.
    package var mustExist: Bool { self != .measure && self != .list }

    var name: String {
        switch self {
        case .actor: "ACTOR"
        case .source: "SOURCE"
        case .event: "EVENT"
        case .measure, .list: "SLUG"
        case .asserter: "SOURCE|analyst"
        }
    }
}

extension Shape {
    /// The members of an object of this shape; empty if it is not an object.
    public var fields: [Field] {
        switch self {
        case .record(let fields, _): fields
        case .nullable(let shape), .either(_, let shape): shape.fields
        default: []
        }
    }

    /// The shape in the words of `cases types`: `TEXT`, `ACTOR`, `[QUANTITY]`.
    public var name: String {
        switch self {
        case .text(let form): form.name
        case .reference(let kind): kind.name
        case .flag: "true|false"
        case .number, .integer: "NUMBER"
        case .word(let words): words.joined(separator: "|")
        case .nullable(let shape): shape.name + " or null"
        case .list(let shape): "[\(shape.name)]"
        case .record(let fields, _): "{" + fields.map(\.signature).joined(separator: ", ") + "}"
        case .either(let scalar, let record): "\(scalar.name) or \(record.name)"
        case .map(let shape): "{NAME: \(shape.name)}"
        case .any: "VALUE"
        }
    }
}

extension Shape.Field {
    /// The name, with `?` where the member may be absent.
    public var signature: String { isRequired ? name : name + "?" }
}

/// A reference found in an event.
public struct FoundReference: Hashable, Sendable {
    /// The kind of thing it refers to.
    public let kind: ReferenceKind
    /// The name as written.
    public let text: String
    /// Its path.
    public let path: JSONPointer
}

extension Shape {
    /// All references in a value of this shape, in the order of the document.
    public func references(in json: JSONView, at path: JSONPointer = .root) -> [FoundReference] {
        var found: [FoundReference] = []
        eachReference(in: json, at: path) { kind, text, steps in
            found.append(FoundReference(kind: kind, text: text, path: JSONPointer(steps)))
        }
        return found
    }

    /// Calls `body` with the kind, the name and the path of each reference in a value of this shape,
    /// in the order of the document.
    func eachReference(
        in json: JSONView, at path: JSONPointer = .root,
        _ body: (ReferenceKind, String, [JSONPointer.Step]) -> Void
    ) {
        var steps = path.steps
        walk(json, at: &steps, body)
    }

    private func walk(
        _ json: JSONView, at steps: inout [JSONPointer.Step],
        _ body: (ReferenceKind, String, [JSONPointer.Step]) -> Void
    ) {
        switch self {
        case .reference(let kind):
            guard let text = json.string, kind != .asserter || text != Asserter.analystWord
            else { break }
            body(kind == .asserter ? .source : kind, text, steps)
        case .nullable(let shape):
            shape.walk(json, at: &steps, body)
        case .either(let scalar, let record):
            (json.isObject ? record : scalar).walk(json, at: &steps, body)
        case .list(let shape):
            guard let elements = json.elements else { break }
            for (index, element) in elements.enumerated() {
                shape.walk(element, at: &steps, under: .index(index), body)
            }
        case .record(let fields, _):
            for field in fields {
                guard let value = json[field.name] else { continue }
                field.shape.walk(value, at: &steps, under: .name(field.name), body)
            }
        default: break
        }
    }

    private func walk(
        _ json: JSONView, at steps: inout [JSONPointer.Step], under step: JSONPointer.Step,
        _ body: (ReferenceKind, String, [JSONPointer.Step]) -> Void
    ) {
        steps.append(step)
        walk(json, at: &steps, body)
        steps.removeLast()
    }

    /// The parts of this shape that can contain references; nil if none can.
    var naming: Shape? {
        switch self {
        case .reference: self
        case .nullable(let shape): shape.naming
        case .list(let shape): shape.naming.map(Shape.list)
        case .either(let scalar, let record): Shape.either(naming: scalar.naming, record.naming)
        case .record(let fields, _): Shape.record(naming: fields.compactMap(\.naming))
        default: nil
        }
    }

    private static func either(naming scalar: Shape?, _ record: Shape?) -> Shape? {
        scalar == nil && record == nil ? nil : .either(scalar ?? .any, record ?? .any)
    }

    private static func record(naming fields: [Field]) -> Shape? {
        fields.isEmpty ? nil : .record(fields, rules: [])
    }

    /// The document without the empty lists that the shape defines, in canonical form; the same
    /// document if it has none.
    func withoutEmptyLists(_ document: JSONDocument) -> JSONDocument {
        guard document.holdsEmptyArray else { return document }
        return JSONDocument(withoutEmptyLists(document.root.value))
    }

    /// The value without the empty lists that the shape defines: an empty list is equivalent to an
    /// absent one.
    public func withoutEmptyLists(_ json: JSONValue) -> JSONValue {
        switch (self, json) {
        case (.nullable(let shape), _):
            return shape.withoutEmptyLists(json)
        case (.either(let scalar, let record), _):
            return (json.object == nil ? scalar : record).withoutEmptyLists(json)
        case (.list(let shape), .array(let elements)):
            return .array(elements.map(shape.withoutEmptyLists))
        case (.record(let fields, _), .object(var object)):
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

    /// Whether its value is a list, which counts as absent where it is empty.
    var isList: Bool {
        if case .list = shape { true } else { false }
    }
}
