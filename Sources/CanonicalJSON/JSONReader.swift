/// A strict reader of documents: RFC 8259 within the bounds of events.
///
/// UTF-8 is validated first, so every fault is located at a character boundary and texts need no
/// further check.
struct JSONReader {
    let bytes: [UInt8]
    let bounds: JSONBounds
    /// The nodes read so far, in the order in which they begin.
    private(set) var nodes: [JSONNode] = []
    /// The offset of the next byte to read.
    var position = 0
    /// The number of arrays and objects that are open.
    var depth = 0

    /// The capacity to reserve: enough for the values and names of most events.
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

    /// Records the start of a value; returns the index of its node.
    mutating func begin(_ kind: JSONNode.Kind) -> Int {
        nodes.append(JSONNode(kind, from: position))
        return nodes.count - 1
    }

    /// Records the end of a value.
    mutating func end(_ node: Int) { nodes[node].end(before: position, next: nodes.count) }

    /// Records a value without children, which began at an offset and ends here.
    mutating func note(_ kind: JSONNode.Kind, from start: Int) {
        var node = JSONNode(kind, from: start)
        node.end(before: position, next: nodes.count + 1)
        nodes.append(node)
    }
}

extension JSONReader {
    /// The byte here; nil at the end.
    var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    /// Consumes `byte` if it is next, and returns whether it was.
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
    /// A fault at `offset`, or here.
    func fault(_ reason: JSONFault.Reason, at offset: Int? = nil) -> JSONFault {
        let location = JSONLocation(offset: offset ?? position, in: bytes)
        return JSONFault(location: location, reason: reason)
    }

    /// The fault that something other than `expectation`, or nothing at all, was found here.
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

    /// Reads the members of an object and its closing brace; returns whether the names are
    /// ascending.
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

    /// Reads a name and its colon; returns the index of the name's node.
    private mutating func name() throws(JSONFault) -> Int {
        guard next == UInt8(ascii: "\"") else { throw unexpected(.name) }
        let name = nodes.count
        try string()
        skipWhitespace()
        guard take(UInt8(ascii: ":")) else { throw unexpected(.colon) }
        skipWhitespace()
        return name
    }

    /// Consumes an opening bracket or brace and the whitespace after it.
    private mutating func enter() throws(JSONFault) {
        guard depth < bounds.depth else { throw fault(.tooDeep(limit: bounds.depth)) }
        depth += 1
        position += 1
        skipWhitespace()
    }

    /// Consumes `close` if it is next, and returns whether it was.
    private mutating func leave(_ close: UInt8) -> Bool {
        guard take(close) else { return false }
        depth -= 1
        return true
    }

    /// Consumes what follows a value: `close`, or a comma before the next value.
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
    /// Whether the second name sorts after the first in the order of RFC 8785, and so is not a
    /// duplicate.
    func isAscending(_ name: Int, _ next: Int) -> Bool {
        nodes[name].precedes(nodes[next], in: bytes)
    }

    /// Refuses a duplicate name in an object that was just read.
    func refuseDuplicates(in object: Int) throws(JSONFault) {
        let names = nodes.names(inObject: object, in: bytes)
        let repeated = zip(names, names.dropFirst()).filter { !isAscending($0, $1) }.map(\.1).min()
        guard let repeated else { return }
        let name = nodes[repeated]
        throw fault(.duplicateName(name.text(in: bytes)), at: name.range.lowerBound)
    }
}

extension JSONReader {
    /// Refuses input that is too long or not valid UTF-8.
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

    /// The offset of the first ill-formed UTF-8 sequence.
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
