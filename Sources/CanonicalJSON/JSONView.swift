/// A value of a document, looked at where it stands.
///
/// What is made of it is made at each call. Nothing in it can fail: the document was read before.
public struct JSONView: Sendable {
    let document: JSONDocument
    let place: Int

    init(_ document: JSONDocument, node place: Int) {
        self.document = document
        self.place = place
    }

    var node: JSONNode { document.nodes[place] }

    /// The views of the values in this one, and of the names where it is an object.
    var inner: Siblings { Siblings(document: document, place: place + 1, end: node.next) }

    /// Values that follow each other, looked at one after another.
    public struct Siblings: Sequence, IteratorProtocol, Sendable {
        fileprivate let document: JSONDocument
        fileprivate var place: Int
        fileprivate let end: Int

        /// The next one; nil behind the last.
        public mutating func next() -> JSONView? {
            guard place < end else { return nil }
            defer { place = document.nodes[place].next }
            return JSONView(document, node: place)
        }
    }
}

extension JSONView {
    /// The text, where this is a string.
    public var string: String? {
        switch node.kind {
        case .plain, .escaped: node.text(in: document.bytes)
        default: nil
        }
    }

    /// The number, where this is one.
    public var integer: Int64? {
        guard node.kind == .integer else { return nil }
        return Int64(document.bytes.text(in: node.range))
    }

    /// The truth value, where this is one.
    public var bool: Bool? {
        guard node.kind == .bool else { return nil }
        return document.bytes[node.range.lowerBound] == UInt8(ascii: "t")
    }

    /// Whether this is `null`.
    public var isNull: Bool { node.kind == .null }

    /// Whether this is an array.
    public var isArray: Bool { node.kind == .array }

    /// Whether this is an object.
    public var isObject: Bool { node.kind == .object }

    /// The elements, where this is an array.
    public var elements: Siblings? { isArray ? inner : nil }

    /// Whether there is no element and no member in it.
    public var isEmpty: Bool { node.next == place + 1 }
}

extension JSONView {
    /// The value itself.
    public var value: JSONValue {
        switch node.kind {
        case .null: .null
        case .bool: .bool(bool ?? false)
        case .integer: .integer(integer ?? 0)
        case .plain, .escaped: .string(string ?? "")
        case .array: .array(inner.map(\.value))
        case .object: .object(object ?? JSONObject())
        }
    }

    /// Where it begins.
    var location: JSONLocation { JSONLocation(offset: node.range.lowerBound, in: document.bytes) }
}

extension JSONView: Hashable {
    /// Whether both are the same value, however they are written.
    public static func == (left: JSONView, right: JSONView) -> Bool {
        left.document.bytes[left.node.range] == right.document.bytes[right.node.range]
            || left.value == right.value
    }

    /// Feeds the value.
    public func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
