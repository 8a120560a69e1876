/// Reads a document from bytes, strictly: RFC 8259 within the bounds of events.
///
/// Whether the bytes are UTF-8 is settled before anything else, so every place that a fault names
/// lies on a character, and texts need no further check.
struct JSONReader {
    let bytes: [UInt8]
    let bounds: JSONBounds
    /// What was read, in the order of the beginnings.
    private(set) var nodes: [JSONNode] = []
    /// The next byte to read.
    var position = 0
    /// Arrays and objects that are open here.
    var depth = 0

    /// Room for the values and names that most events have.
    private static let usualNodes = 64

    init(_ bytes: [UInt8], bounds: JSONBounds) {
        self.bytes = bytes
        self.bounds = bounds
    }

    /// Reads the whole document.
    mutating func readDocument() throws(JSONFault) {
        try checkText()
        nodes.reserveCapacity(min(bytes.count, JSONReader.usualNodes))
        skipWhitespace()
        try value()
        skipWhitespace()
        guard next == nil else { throw unexpected(.nothing) }
    }

    /// Reads the value that begins here.
    mutating func value() throws(JSONFault) {
        guard let byte = next else { throw unexpected(.value) }
        switch byte {
        case UInt8(ascii: "\""): try string()
        case UInt8(ascii: "{"): try object()
        case UInt8(ascii: "["): try array()
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try integer()
        case UInt8(ascii: "t"): try word("true", .bool)
        case UInt8(ascii: "f"): try word("false", .bool)
        case UInt8(ascii: "n"): try word("null", .null)
        default: throw unexpected(.value)
        }
    }

    private mutating func word(_ word: String, _ kind: JSONNode.Kind) throws(JSONFault) {
        guard bytes[position...].starts(with: word.utf8) else { throw unexpected(.value) }
        let start = position
        position += word.utf8.count
        note(kind, from: start)
    }

    /// Notes that a value begins here; gives the number of its node.
    mutating func begin(_ kind: JSONNode.Kind) -> Int {
        nodes.append(JSONNode(kind, from: position))
        return nodes.count - 1
    }

    /// Notes that a value ended here.
    mutating func end(_ node: Int) { nodes[node].end(before: position, next: nodes.count) }

    /// Notes a value without others in it, which began at an offset and ended here.
    mutating func note(_ kind: JSONNode.Kind, from start: Int) {
        var node = JSONNode(kind, from: start)
        node.end(before: position, next: nodes.count + 1)
        nodes.append(node)
    }
}

extension JSONReader {
    /// The byte here; nil at the end.
    var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    /// Goes past `byte` where it is the one here, and says whether it was.
    mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        position += 1
        return true
    }

    mutating func skipWhitespace() {
        while let byte = next, JSONReader.isWhitespace(byte) { position += 1 }
    }

    private static func isWhitespace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
            || byte == UInt8(ascii: "\t")
    }
}

extension JSONReader {
    /// The fault at `offset`, or here.
    func fault(_ reason: JSONFault.Reason, at offset: Int? = nil) -> JSONFault {
        let location = JSONLocation(offset: offset ?? position, in: bytes)
        return JSONFault(location: location, reason: reason)
    }

    /// The fault that something else than `expectation` stands here, or nothing at all.
    func unexpected(_ expectation: JSONFault.Expectation) -> JSONFault {
        guard let scalar = scalarHere else { return fault(.ended(expecting: expectation)) }
        return fault(.unexpected(scalar, expecting: expectation))
    }

    private var scalarHere: Unicode.Scalar? {
        String(decoding: bytes[position...].prefix(4), as: UTF8.self).unicodeScalars.first
    }
}
