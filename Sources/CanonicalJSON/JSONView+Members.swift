extension JSONView {
    /// The value under a name; nil where there is none, or this is not an object.
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

    /// The places of the names in this object, in the order of RFC 8785.
    var names: [Int] { document.nodes.names(inObject: place, in: document.bytes) }

    /// How many members there are; 0 where this is not an object.
    public var memberCount: Int { isObject ? inner.reduce(0) { count, _ in count + 1 } / 2 : 0 }

    /// The object itself, where this is one.
    public var object: JSONObject? {
        members.map { members in
            JSONObject(ordered: members.map { .init(name: $0.name, value: $0.value.value) })
        }
    }

    /// Whether this is the string `text`, by its bytes.
    public func spells(_ text: String) -> Bool {
        node.spells(text.utf8.span, in: document.bytes)
    }
}

extension JSONDocument {
    /// The number of the node of the value that stands under a name in the object at a place.
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
    /// Whether the string that stands here says the same as some bytes.
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
    /// The value one step down; nil where there is no such place.
    private func descended(_ step: JSONPointer.Step) -> JSONView? {
        switch step {
        case .name(let name): self[name]
        case .index(let index):
            elements?.enumerated().first { $0.offset == index }?.element
        }
    }

    /// The value at the end of a way; nil where the way leads nowhere.
    func descended(_ way: JSONPointer) -> JSONView? {
        way.steps.reduce(self) { $0?.descended($1) }
    }
}

extension JSONValue {
    /// Where the value at `pointer` begins in the bytes of a readable document; nil if nowhere.
    ///
    /// It reads the document again, so it is meant for the place of a fault.
    public static func locate(_ pointer: JSONPointer, in bytes: [UInt8]) -> JSONLocation? {
        let bounds = JSONBounds(depth: JSONBounds.deepest)
        let document = try? JSONDocument(reading: bytes, bounds: bounds)
        return document?.root.descended(pointer)?.location
    }

    /// Reads a document: UTF-8, RFC 8259, no name twice in an object, whole numbers, `bounds`.
    ///
    /// - Throws: the first fault found, with its place.
    public init(reading bytes: [UInt8], bounds: JSONBounds = .event) throws(JSONFault) {
        self = try JSONDocument(reading: bytes, bounds: bounds).root.value
    }
}
