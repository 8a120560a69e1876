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

extension JSONReader {
    /// Reads the array whose bracket is here.
    mutating func array() throws(JSONFault) {
        let array = begin(.array)
        try enter()
        if !leave(UInt8(ascii: "]")) {
            repeat {
                try value()
            } while try goesOn(to: UInt8(ascii: "]"), or: .commaOrBracket)
        }
        end(array)
    }

    /// Reads the object whose brace is here.
    mutating func object() throws(JSONFault) {
        let object = begin(.object)
        try enter()
        let areAscending = leave(UInt8(ascii: "}")) ? true : try members()
        end(object)
        if !areAscending { try refuseDuplicates(in: object) }
    }

    /// Reads the members of an object and its brace; says whether the names ascend.
    private mutating func members() throws(JSONFault) -> Bool {
        var (last, areAscending) = (try name(), true)
        try value()
        while try goesOn(to: UInt8(ascii: "}"), or: .commaOrBrace) {
            let name = try name()
            areAscending = areAscending && isAscending(last, name)
            last = name
            try value()
        }
        return areAscending
    }

    /// Reads a name and its colon, up to the value; gives the number of its node.
    private mutating func name() throws(JSONFault) -> Int {
        guard next == UInt8(ascii: "\"") else { throw unexpected(.name) }
        let name = nodes.count
        try string()
        skipWhitespace()
        guard take(UInt8(ascii: ":")) else { throw unexpected(.colon) }
        skipWhitespace()
        return name
    }

    /// Goes past an opening bracket or brace and the whitespace after it.
    private mutating func enter() throws(JSONFault) {
        guard depth < bounds.depth else { throw fault(.tooDeep(limit: bounds.depth)) }
        depth += 1
        position += 1
        skipWhitespace()
    }

    /// Goes past `close` where it is here, and says whether it was.
    private mutating func leave(_ close: UInt8) -> Bool {
        guard take(close) else { return false }
        depth -= 1
        return true
    }

    /// Goes past what follows a value: `close`, or a comma to the next one.
    private mutating func goesOn(
        to close: UInt8, or expectation: JSONFault.Expectation
    ) throws(JSONFault) -> Bool {
        skipWhitespace()
        guard !leave(close) else { return false }
        let comma = position
        guard take(UInt8(ascii: ",")) else { throw unexpected(expectation) }
        skipWhitespace()
        guard next != close else { throw fault(.trailingComma, at: comma) }
        return true
    }
}

extension JSONReader {
    /// Whether a name stands behind another in the order of RFC 8785, and so is not the same.
    func isAscending(_ name: Int, _ next: Int) -> Bool {
        nodes[name].precedes(nodes[next], in: bytes)
    }

    /// Refuses a name that an object, which was just read, has twice.
    func refuseDuplicates(in object: Int) throws(JSONFault) {
        let names = nodes.names(inObject: object, in: bytes)
        let repeated = zip(names, names.dropFirst()).filter { !isAscending($0, $1) }.map(\.1).min()
        guard let repeated else { return }
        let name = nodes[repeated]
        throw fault(.duplicateName(name.text(in: bytes)), at: name.range.lowerBound)
    }
}

extension JSONReader {
    /// Refuses bytes that are too many, or that are no UTF-8 text.
    func checkText() throws(JSONFault) {
        try checkLength()
        guard !bytes.starts(with: [0xef, 0xbb, 0xbf]) else { throw fault(.byteOrderMark) }
        guard (try? UTF8Span(validating: bytes.span)) == nil else { return }
        throw fault(.notUTF8, at: firstIllFormed)
    }

    private func checkLength() throws(JSONFault) {
        let limit = min(max(0, bounds.bytes ?? .max), JSONNode.mostBytes)
        guard bytes.count > limit else { return }
        let misfit = bytes[...limit].lastIndex { !UTF8.isContinuation($0) }
        throw fault(.tooLong(limit: limit), at: misfit ?? 0)
    }

    /// Where the first sequence that is no UTF-8 begins.
    private var firstIllFormed: Int {
        var decoder = UTF8()
        var rest = bytes.makeIterator()
        var offset = 0
        while case .scalarValue(let scalar) = decoder.decode(&rest) {
            offset += UTF8.width(scalar)
        }
        return offset
    }
}
