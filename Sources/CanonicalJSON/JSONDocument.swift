/// A parsed document whose values are read in place from its bytes.
///
/// Parsing builds no values: it only records where each one is. A caller that needs only a few
/// values, or that builds its own types from them, does not pay for the others.
public final class JSONDocument: Sendable {
    /// The bytes as given, or the canonical form of the value.
    public let bytes: [UInt8]
    /// The values in the order in which they begin; a member's name comes before its value.
    let nodes: [JSONNode]

    /// Reads a document: UTF-8, RFC 8259, unique names in each object, integers only, within
    /// `bounds`.
    ///
    /// - Throws: the first fault found, with its location.
    public init(reading bytes: [UInt8], bounds: JSONBounds = .event) throws(JSONFault) {
        var reader = JSONReader(bytes, bounds: bounds)
        try reader.readDocument()
        self.bytes = bytes
        nodes = reader.nodes
    }

    /// The canonical document of any value.
    public init(_ value: JSONValue) {
        var writer = CanonicalWriter(noting: true)
        writer.write(value)
        bytes = writer.bytes
        nodes = writer.nodes
    }

    /// The canonical document of a value of another document, without its members of the given
    /// names.
    public init(_ view: JSONView, without names: [String] = []) {
        var writer = CanonicalWriter(like: view.document)
        writer.write(view, without: names)
        bytes = writer.bytes
        nodes = writer.nodes
    }

    /// Whether the bytes are the canonical form of the value (RFC 8785).
    ///
    /// Reading has refused every other way to write a number, so it is enough that nothing stands
    /// between the values but one mark, that names are in order, and that texts have the escapes
    /// that they need and no others.
    public var isCanonical: Bool {
        nodes[0].range == bytes.indices && nodes.indices.allSatisfy(isCanonical(at:))
    }

    private func isCanonical(at place: Int) -> Bool {
        let node = nodes[place]
        switch node.kind {
        case .null, .bool, .integer, .plain: return true
        case .escaped:
            return JSONValue.string(node.text(in: bytes)).canonicalBytes()[...]
                == bytes[node.range]
        case .array: return isDense(place, isObject: false)
        case .object: return isDense(place, isObject: true)
        }
    }

    /// Whether the values of an array or object follow each other with one byte between them, and
    /// its names are in order.
    private func isDense(_ place: Int, isObject: Bool) -> Bool {
        var (due, next) = (nodes[place].range.lowerBound + 1, place + 1)
        var name: JSONNode?
        while next < nodes[place].next {
            let node = nodes[next]
            guard node.range.lowerBound == due else { return false }
            if isObject {
                if let name, !name.precedes(node, in: bytes) { return false }
                name = node
                guard nodes[next + 1].range.lowerBound == node.range.upperBound + 1 else {
                    return false
                }
                next += 1
            }
            due = nodes[next].range.upperBound + 1
            next = nodes[next].next
        }
        // An empty one ends at once; otherwise `due` is behind a comma that is not there.
        let isEmpty = nodes[place].next == place + 1
        return nodes[place].range.upperBound == (isEmpty ? due + 1 : due)
    }

    /// Whether any array in it is empty.
    public var holdsEmptyArray: Bool {
        nodes.indices.contains { nodes[$0].kind == .array && nodes[$0].next == $0 + 1 }
    }

    /// The root value.
    public var root: JSONView { JSONView(self, node: 0) }
}

/// The limits on a document.
public struct JSONBounds: Sendable, Hashable {
    /// The maximum nesting depth that any bounds may allow.
    ///
    /// Reading, writing and comparing recurse once per level; this limit keeps them within the
    /// stack.
    public static let deepest = 256

    /// The maximum nesting depth of arrays and objects; a container at the root counts as 1.
    public var depth: Int {
        didSet { depth = min(depth, JSONBounds.deepest) }
    }

    /// The maximum size in bytes, including whitespace; nil for no limit.
    public var bytes: Int?

    /// Bounds with a depth, at most `deepest`, and optionally a size in bytes.
    public init(depth: Int = 32, bytes: Int? = nil) {
        self.depth = min(depth, JSONBounds.deepest)
        self.bytes = bytes
    }

    /// The bounds of an incoming event, whose size is limited in canonical form.
    public static let event = JSONBounds()
}
