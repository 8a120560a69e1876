/// A value of a document, read in place.
///
/// Values are built at each call. Nothing here can fail, because the document was validated when it
/// was read.
public struct JSONView: Sendable {
    let document: JSONDocument
    let place: Int

    init(_ document: JSONDocument, node place: Int) {
        self.document = document
        self.place = place
    }

    var node: JSONNode { document.nodes[place] }

    /// The views of the direct children, including the names if this is an object.
    var inner: Siblings { Siblings(document: document, place: place + 1, end: node.next) }

    /// A sequence of adjacent values.
    public struct Siblings: Sequence, IteratorProtocol, Sendable {
        fileprivate let document: JSONDocument
        fileprivate var place: Int
        fileprivate let end: Int

        /// The next view; nil after the last.
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

    /// Whether it has no elements and no members.
    public var isEmpty: Bool { node.next == place + 1 }
}

extension JSONView {
    /// The value, built at each call.
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

    /// The location at which it begins.
    var location: JSONLocation { JSONLocation(offset: node.range.lowerBound, in: document.bytes) }
}

extension JSONView: Hashable {
    /// Whether both are the same value, however they are written.
    public static func == (left: JSONView, right: JSONView) -> Bool {
        left.document.bytes[left.node.range] == right.document.bytes[right.node.range]
            || left.value == right.value
    }

    /// Hashes the value.
    public func hash(into hasher: inout Hasher) { hasher.combine(value) }
}

extension JSONView {
    /// The value under a name; nil if there is none, or this is not an object.
    public subscript(name: String) -> JSONView? {
        guard isObject else { return nil }
        return document.place(of: name, inObject: place).map { JSONView(document, node: $0) }
    }

    /// The members in the order of RFC 8785, where this is an object.
    public var members: [(name: String, value: JSONView)]? {
        guard isObject else { return nil }
        return names.map { name in
            let text = document.nodes[name].text(in: document.bytes)
            return (text, JSONView(document, node: name + 1))
        }
    }

    /// The indexes of the names in this object, in the order of RFC 8785.
    var names: [Int] { document.nodes.names(inObject: place, in: document.bytes) }

    /// The number of members; 0 if this is not an object.
    public var memberCount: Int { isObject ? inner.reduce(0) { count, _ in count + 1 } / 2 : 0 }

    /// The object itself, where this is one.
    public var object: JSONObject? {
        members.map { members in
            JSONObject(ordered: members.map { .init(name: $0.name, value: $0.value.value) })
        }
    }

    /// Whether this is the string `text`, compared by bytes.
    public func spells(_ text: String) -> Bool {
        node.spells(text.utf8.span, in: document.bytes)
    }
}

extension JSONDocument {
    /// The node index of the value under a name, in the object at a node.
    fileprivate func place(of name: String, inObject place: Int) -> Int? {
        let text = name.utf8.span
        var member = place + 1
        while member < nodes[place].next {
            if nodes[member].spells(text, in: bytes) { return member + 1 }
            member = nodes[member + 1].next
        }
        return nil
    }
}

extension JSONNode {
    /// Whether the string at this node has the given bytes.
    fileprivate func spells(_ text: Span<UInt8>, in bytes: [UInt8]) -> Bool {
        switch kind {
        case .plain:
            let bytes = bytes.span
            return bytes.extracting(textRange).isSame(as: text)
        case .escaped: return bytes.unescaped(textRange).utf8.span.isSame(as: text)
        default: return false
        }
    }
}

extension JSONView {
    /// The value one step down; nil if there is none.
    private func descended(_ step: JSONPointer.Step) -> JSONView? {
        switch step {
        case .name(let name): self[name]
        case .index(let index):
            elements?.enumerated().first { $0.offset == index }?.element
        }
    }

    /// The value at the end of a path; nil if there is none.
    func descended(_ way: JSONPointer) -> JSONView? {
        way.steps.reduce(self) { $0?.descended($1) }
    }
}

extension JSONValue {
    /// The location of the value at `pointer` in the bytes of a readable document; nil if there is
    /// none.
    ///
    /// Reads the document again, so it is meant for reporting a fault.
    public static func locate(_ pointer: JSONPointer, in bytes: [UInt8]) -> JSONLocation? {
        let bounds = JSONBounds(depth: JSONBounds.deepest)
        let document = try? JSONDocument(reading: bytes, bounds: bounds)
        return document?.root.descended(pointer)?.location
    }

    /// Reads a document: UTF-8, RFC 8259, unique names in each object, integers only, within
    /// `bounds`.
    ///
    /// - Throws: the first fault found, with its location.
    public init(reading bytes: [UInt8], bounds: JSONBounds = .event) throws(JSONFault) {
        self = try JSONDocument(reading: bytes, bounds: bounds).root.value
    }
}

extension JSONValue {
    /// The locations of several values in the bytes of a readable document, or of the nearest
    /// enclosing values; all nil if the document cannot be read.
    ///
    /// Reads the document once and scans its lines once, however many locations are requested.
    public static func locate(
        nearest pointers: [JSONPointer], in bytes: [UInt8]
    ) -> [JSONLocation]? {
        let bounds = JSONBounds(depth: JSONBounds.deepest)
        guard let document = try? JSONDocument(reading: bytes, bounds: bounds) else { return nil }
        var offsets = [Int](repeating: 0, count: pointers.count)
        document.root.note(
            pointers.enumerated().map { ($0, $1.steps[...]) }, in: &offsets)
        return JSONLocation.all(offsets: offsets, in: bytes)
    }
}

extension JSONView {
    /// Records the offsets of values, each under its number.
    fileprivate func note(
        _ ways: [(number: Int, steps: ArraySlice<JSONPointer.Step>)], in offsets: inout [Int]
    ) {
        for way in ways { offsets[way.number] = node.range.lowerBound }
        var further: [JSONPointer.Step: [(number: Int, steps: ArraySlice<JSONPointer.Step>)]] = [:]
        for way in ways {
            guard let step = way.steps.first else { continue }
            further[step, default: []].append((way.number, way.steps.dropFirst()))
        }
        guard !further.isEmpty else { return }
        if let elements {
            for (index, element) in elements.enumerated() {
                if let ways = further[.index(index)] { element.note(ways, in: &offsets) }
            }
        } else {
            for member in members ?? [] {
                if let ways = further[.name(member.name)] { member.value.note(ways, in: &offsets) }
            }
        }
    }
}

extension JSONLocation {
    /// The locations of several offsets, found in one pass over the bytes.
    fileprivate static func all(offsets: [Int], in bytes: [UInt8]) -> [JSONLocation] {
        var places = [JSONLocation?](repeating: nil, count: offsets.count)
        var (offset, line, column) = (0, 1, 1)
        for number in offsets.indices.sorted(by: { offsets[$0] < offsets[$1] }) {
            while offset < offsets[number] {
                let byte = bytes[offset]
                offset += 1
                if byte == UInt8(ascii: "\n") {
                    (line, column) = (line + 1, 1)
                } else if !UTF8.isContinuation(byte) {
                    column += 1
                }
            }
            places[number] = JSONLocation(offset: offset, line: line, column: column)
        }
        return places.compactMap(\.self)
    }
}
