/// A document whose values are looked at where they stand in its bytes.
///
/// To read one makes no value: it only finds out where each stands. Whoever needs few of them, or
/// makes a type of his own of them, has no others made.
public final class JSONDocument: Sendable {
    /// The bytes as they were given, or as RFC 8785 writes the value.
    public let bytes: [UInt8]
    /// The values in the order of their beginnings, a member's name before its value.
    let nodes: [JSONNode]

    /// Reads a document: UTF-8, RFC 8259, no name twice in an object, whole numbers, `bounds`.
    ///
    /// - Throws: the first fault found, with its place.
    public init(reading bytes: [UInt8], bounds: JSONBounds = .event) throws(JSONFault) {
        var reader = JSONReader(bytes, bounds: bounds)
        try reader.readDocument()
        self.bytes = bytes
        nodes = reader.nodes
    }

    /// The document that RFC 8785 makes of a value, whatever that holds.
    public init(_ value: JSONValue) {
        var writer = CanonicalWriter(noting: true)
        writer.write(value)
        bytes = writer.bytes
        nodes = writer.nodes
    }

    /// The document that RFC 8785 makes of a value of another, without its members of some names.
    public init(_ view: JSONView, without names: [String] = []) {
        var writer = CanonicalWriter(like: view.document)
        writer.write(view, without: names)
        bytes = writer.bytes
        nodes = writer.nodes
    }

    /// Whether some array in it has no element.
    public var holdsEmptyArray: Bool {
        nodes.indices.contains { nodes[$0].kind == .array && nodes[$0].next == $0 + 1 }
    }

    /// The whole of it.
    public var root: JSONView { JSONView(self, node: 0) }
}

/// What a document may measure.
public struct JSONBounds: Sendable, Hashable {
    /// The most arrays and objects inside each other that any bounds allow.
    ///
    /// Reading, writing and comparing go down one call a level: this keeps them on the stack.
    public static let deepest = 256

    /// How many arrays and objects may stand inside each other; one at the root is the first.
    public var depth: Int {
        didSet { depth = min(depth, JSONBounds.deepest) }
    }

    /// How many bytes the document may have, whitespace included; nil for any number.
    public var bytes: Int?

    /// Bounds of a depth, at most `deepest`, and perhaps a length in bytes.
    public init(depth: Int = 32, bytes: Int? = nil) {
        self.depth = min(depth, JSONBounds.deepest)
        self.bytes = bytes
    }

    /// The bounds of an event as it comes in; its length is bounded in canonical form.
    public static let event = JSONBounds()
}
