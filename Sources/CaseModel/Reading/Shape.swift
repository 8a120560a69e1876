/// The form that a value of the language has in JSON: what `cases types` shows, what gives a
/// scalar of YAML its type, and what says where an event names other things.
public indirect enum Shape: Hashable, Sendable {
    /// Free text, or text of a form of its own, under the name that people know it by.
    case text(String)
    /// A reference to an actor, a source, an event, a measure or a list.
    case reference(ReferenceKind)
    /// `true` or `false`.
    case flag
    /// An integer, or a decimal number written as text.
    case number
    /// One of these words.
    case word([String])
    /// A value that may be `null`: known to be unknown.
    case nullable(Shape)
    /// A list of values of one shape.
    case list(Shape)
    /// An object with these members.
    case record([Field])
    /// A scalar of the first shape, or an object of the second.
    case either(Shape, Shape)
    /// An object whose member names are free.
    case map(Shape)
    /// Any value; another rule says which.
    case any

    /// A member of an object.
    public struct Field: Hashable, Sendable {
        /// The member's name.
        public let name: String
        /// The form of its value.
        public let shape: Shape
        /// Whether it must be there.
        public let isRequired: Bool
    }
}

/// What a reference points at.
public enum ReferenceKind: Hashable, Sendable {
    case actor, source, event
    /// A measure or a list of parties: one slug in all cases, registered or not.
    case measure, list
    /// A source, or the word `analyst`, which names nothing that is registered.
    case asserter

    /// Whether what is named must be in the record.
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
    /// The members of an object of this shape; none where it is no object.
    public var fields: [Field] {
        switch self {
        case .record(let fields): fields
        case .nullable(let shape), .either(_, let shape): shape.fields
        default: []
        }
    }

    /// The shape in the words of `cases types`: `TEXT`, `ACTOR`, `[QUANTITY]`.
    public var name: String {
        switch self {
        case .text(let name): name
        case .reference(let kind): kind.name
        case .flag: "true|false"
        case .number: "NUMBER"
        case .word(let words): words.joined(separator: "|")
        case .nullable(let shape): shape.name + " or null"
        case .list(let shape): "[\(shape.name)]"
        case .record(let fields): "{" + fields.map(\.signature).joined(separator: ", ") + "}"
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
