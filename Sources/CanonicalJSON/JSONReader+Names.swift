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
