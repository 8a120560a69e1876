extension JSONReader {
    /// Whether a name certainly stands behind another in the order of RFC 8785, and so is not the
    /// same; names that are written with escapes are not looked into.
    func isAscending(_ name: Int, _ next: Int) -> Bool {
        guard nodes[name].kind == .plain, nodes[next].kind == .plain else { return false }
        let bytes = bytes.span
        return bytes.extracting(nodes[name].textRange)
            .precedes(bytes.extracting(nodes[next].textRange))
    }

    /// Refuses a name that the object, whose members were just read, has twice.
    func refuseDuplicates(in object: Int) throws(JSONFault) {
        var seen: Set<ByteText> = []
        var name = object + 1
        while name < nodes.count {
            let text = text(of: nodes[name])
            guard seen.insert(ByteText(text)).inserted else {
                throw fault(.duplicateName(text), at: nodes[name].range.lowerBound)
            }
            name = nodes[name + 1].next
        }
    }

    private func text(of name: JSONNode) -> String {
        name.kind == .plain
            ? bytes.text(in: name.textRange) : bytes.unescaped(name.textRange)
    }
}
