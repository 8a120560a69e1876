/// Where one value, or the name of a member, stands in the bytes of a document.
struct JSONNode: Sendable {
    enum Kind: UInt8 {
        case null, bool, integer
        /// A string that stands in its quotes as it is.
        case plain
        /// A string with escapes.
        case escaped
        case array, object
    }

    let kind: Kind
    private let first: UInt32
    private var last: UInt32
    private var following: UInt32

    /// The most bytes that a document can have: 4 GiB, so that a node takes sixteen of them.
    static let mostBytes = Int(UInt32.max)

    /// A value that begins at an offset; where it ends is said later.
    init(_ kind: Kind, from start: Int) {
        self.kind = kind
        first = UInt32(start)
        (last, following) = (first, 0)
    }

    /// The bytes of the value, quotes and brackets included.
    var range: Range<Int> { Int(first)..<Int(last) }

    /// The bytes of a string between its quotes.
    var textRange: Range<Int> { Int(first) + 1..<Int(last) - 1 }

    /// The number of the node behind this one and all that is in it.
    var next: Int { Int(following) }

    /// Says where the value ends: before an offset, and before the node of a number.
    mutating func end(before offset: Int, next: Int) {
        last = UInt32(offset)
        following = UInt32(next)
    }
}

extension JSONNode {
    /// What the string that stands here says.
    func text(in bytes: [UInt8]) -> String {
        kind == .plain ? bytes.text(in: textRange) : bytes.unescaped(textRange)
    }

    /// Whether the name that stands here comes before another in the order of RFC 8785.
    func precedes(_ other: JSONNode, in bytes: [UInt8]) -> Bool {
        guard kind == .plain, other.kind == .plain else {
            return ByteText(text(in: bytes)) < ByteText(other.text(in: bytes))
        }
        let bytes = bytes.span
        return bytes.extracting(textRange).precedes(bytes.extracting(other.textRange))
    }
}

extension [JSONNode] {
    /// The places of the names in the object at a place, in the order of RFC 8785; one that is there
    /// twice stands in the order in which it was written.
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
