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
