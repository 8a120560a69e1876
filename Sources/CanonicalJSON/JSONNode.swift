/// The position of one value, or of a member name, in the bytes of a document.
struct JSONNode: Sendable {
    enum Kind: UInt8 {
        case null, bool, integer
        /// A string without escapes.
        case plain
        /// A string with escapes.
        case escaped
        case array, object
    }

    let kind: Kind
    private let first: UInt32
    private var last: UInt32
    private var following: UInt32

    /// The maximum size of a document: 4 GiB, so that a node takes sixteen bytes.
    static let mostBytes = Int(UInt32.max)

    /// A value that begins at an offset; its end is set later.
    init(_ kind: Kind, from start: Int) {
        self.kind = kind
        first = UInt32(start)
        (last, following) = (first, 0)
    }

    /// The bytes of the value, quotes and brackets included.
    var range: Range<Int> { Int(first)..<Int(last) }

    /// The bytes of a string between its quotes.
    var textRange: Range<Int> { Int(first) + 1..<Int(last) - 1 }

    /// The index of the first node after this one and its descendants.
    var next: Int { Int(following) }

    /// Sets the end of the value: the offset after it, and the index of the node that follows.
    mutating func end(before offset: Int, next: Int) {
        last = UInt32(offset)
        following = UInt32(next)
    }
}

extension JSONNode {
    /// The text of the string at this node.
    func text(in bytes: [UInt8]) -> String {
        kind == .plain ? bytes.text(in: textRange) : bytes.unescaped(textRange)
    }

    /// Whether the name at this node sorts before another in the order of RFC 8785.
    func precedes(_ other: JSONNode, in bytes: [UInt8]) -> Bool {
        guard kind == .plain, other.kind == .plain else {
            return ByteText(text(in: bytes)) < ByteText(other.text(in: bytes))
        }
        let bytes = bytes.span
        return bytes.extracting(textRange).precedes(bytes.extracting(other.textRange))
    }
}

extension [JSONNode] {
    /// The indexes of the names in the object at a node, in the order of RFC 8785; duplicates stay
    /// in the order in which they were written.
    func names(inObject place: Int, in bytes: [UInt8]) -> [Int] {
        var names: [Int] = []
        var name = place + 1
        while name < self[place].next {
            names.append(name)
            name = self[name + 1].next
        }
        names.sort { self[$0].precedes(self[$1], in: bytes) }
        return names
    }
}
