/// Reads a document from bytes, strictly: RFC 8259 within the bounds of events.
///
/// Whether the bytes are UTF-8 is settled before anything else, so every place that a fault names
/// lies on a character, and texts need no further check.
struct JSONReader {
    let bytes: [UInt8]
    let bounds: JSONBounds
    /// The next byte to read.
    var position = 0
    /// Arrays and objects that are open here.
    var depth = 0

    init(_ bytes: [UInt8], bounds: JSONBounds) {
        self.bytes = bytes
        self.bounds = bounds
    }

    /// Reads the whole document.
    mutating func document() throws(JSONFault) -> JSONValue {
        try checkText()
        skipWhitespace()
        let value = try value()
        skipWhitespace()
        guard next == nil else { throw unexpected(.nothing) }
        return value
    }

    /// Reads the value that begins here.
    mutating func value() throws(JSONFault) -> JSONValue {
        guard let byte = next else { throw unexpected(.value) }
        return switch byte {
        case UInt8(ascii: "\""): .string(try string())
        case UInt8(ascii: "{"): .object(try object())
        case UInt8(ascii: "["): .array(try array())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): .integer(try integer())
        case UInt8(ascii: "t"): try word("true", as: .bool(true))
        case UInt8(ascii: "f"): try word("false", as: .bool(false))
        case UInt8(ascii: "n"): try word("null", as: .null)
        default: throw unexpected(.value)
        }
    }

    private mutating func word(
        _ word: String, as value: JSONValue
    ) throws(JSONFault) -> JSONValue {
        guard bytes[position...].starts(with: word.utf8) else { throw unexpected(.value) }
        position += word.utf8.count
        return value
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

extension JSONValue {
    /// Reads a document: UTF-8, RFC 8259, no name twice in an object, whole numbers, `bounds`.
    ///
    /// - Throws: the first fault found, with its place.
    public init(reading bytes: [UInt8], bounds: JSONBounds = .event) throws(JSONFault) {
        var reader = JSONReader(bytes, bounds: bounds)
        self = try reader.document()
    }
}
