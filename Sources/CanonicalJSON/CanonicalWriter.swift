/// Writes values in the canonical form of RFC 8785 (JSON Canonicalization Scheme).
struct CanonicalWriter {
    var bytes: [UInt8]
    /// The positions of the values written so far, if they are recorded.
    private(set) var nodes: [JSONNode] = []
    private let isNoting: Bool

    /// Appends to the given bytes.
    init(behind bytes: [UInt8] = [], noting isNoting: Bool = false) {
        self.bytes = bytes
        self.isNoting = isNoting
    }

    /// Expects an output of about the size of another document, and records the positions of
    /// values.
    init(like document: JSONDocument) {
        self.init(noting: true)
        bytes.reserveCapacity(document.bytes.count)
        nodes.reserveCapacity(document.nodes.count)
    }

    mutating func write(_ value: JSONValue) {
        switch value {
        case .null: note(.null) { $0.bytes += "null".utf8 }
        case .bool(let truth): note(.bool) { $0.bytes += (truth ? "true" : "false").utf8 }
        case .integer(let number): note(.integer) { $0.bytes += String(number).utf8 }
        case .string(let text): write(text)
        case .array(let elements): note(.array) { $0.write(elements) }
        case .object(let object): note(.object) { $0.write(object) }
        }
    }

    private mutating func write(_ elements: [JSONValue]) {
        bytes.append(UInt8(ascii: "["))
        for (index, element) in elements.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            write(element)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    private mutating func write(_ object: JSONObject) {
        bytes.append(UInt8(ascii: "{"))
        for (index, member) in object.members.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            write(member.name)
            bytes.append(UInt8(ascii: ":"))
            write(member.value)
        }
        bytes.append(UInt8(ascii: "}"))
    }

    /// Writes a value and records its position if requested.
    mutating func note(_ kind: JSONNode.Kind, _ write: (inout CanonicalWriter) -> Void) {
        guard isNoting else { return write(&self) }
        let place = nodes.count
        nodes.append(JSONNode(kind, from: bytes.count))
        write(&self)
        nodes[place].end(before: bytes.count, next: nodes.count)
    }
}

extension CanonicalWriter {
    mutating func write(_ text: String) {
        let isPlain = CanonicalWriter.isPlain(text.utf8.span)
        note(isPlain ? .plain : .escaped) { writer in
            writer.bytes.append(UInt8(ascii: "\""))
            if isPlain {
                writer.bytes += text.utf8
            } else {
                for byte in text.utf8 { writer.write(escaping: byte) }
            }
            writer.bytes.append(UInt8(ascii: "\""))
        }
    }

    /// Whether the text can be written between quotes without escapes.
    private static func isPlain(_ text: Span<UInt8>) -> Bool {
        for index in text.indices {
            let byte = text[index]
            guard byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") else {
                return false
            }
        }
        return true
    }

    private mutating func write(escaping byte: UInt8) {
        switch byte {
        case 0x08: bytes += "\\b".utf8
        case 0x09: bytes += "\\t".utf8
        case 0x0a: bytes += "\\n".utf8
        case 0x0c: bytes += "\\f".utf8
        case 0x0d: bytes += "\\r".utf8
        case UInt8(ascii: "\""): bytes += "\\\"".utf8
        case UInt8(ascii: "\\"): bytes += "\\\\".utf8
        case ..<0x20: bytes += "\\u00\(byte < 0x10 ? "0" : "")\(String(byte, radix: 16))".utf8
        default: bytes.append(byte)
        }
    }
}

extension JSONValue {
    /// The canonical form of this value (RFC 8785).
    ///
    /// Any value is written; it can be read back only if its texts, numbers and depth are within
    /// the bounds of a document.
    public func canonicalBytes() -> [UInt8] {
        var writer = CanonicalWriter()
        writer.write(self)
        return writer.bytes
    }

    /// Appends the canonical form of this value to other bytes.
    public func appendCanonicalBytes(to bytes: inout [UInt8]) {
        var writer = CanonicalWriter(behind: consume bytes)
        writer.write(self)
        bytes = writer.bytes
    }
}

extension CanonicalWriter {
    /// Writes a value of another document without the members of the given names; members of nested
    /// objects are kept.
    ///
    /// Text that is already canonical is copied without building a value.
    mutating func write(_ view: JSONView, without names: [String] = []) {
        switch view.node.kind {
        case .null, .bool, .integer, .plain: copy(view)
        case .escaped: write(view.string ?? "")
        case .array: note(.array) { $0.write(elementsOf: view) }
        case .object: note(.object) { $0.write(membersOf: view, without: names) }
        }
    }

    private mutating func copy(_ view: JSONView) {
        note(view.node.kind) { $0.bytes += view.document.bytes[view.node.range] }
    }

    private mutating func write(elementsOf array: JSONView) {
        bytes.append(UInt8(ascii: "["))
        for (index, element) in array.inner.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            write(element)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    private mutating func write(membersOf object: JSONView, without names: [String]) {
        bytes.append(UInt8(ascii: "{"))
        var isFirst = true
        for place in object.names {
            let name = JSONView(object.document, node: place)
            guard !names.contains(where: name.spells) else { continue }
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            write(name)
            bytes.append(UInt8(ascii: ":"))
            write(JSONView(object.document, node: place + 1))
        }
        bytes.append(UInt8(ascii: "}"))
    }
}
