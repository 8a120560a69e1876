extension CanonicalWriter {
    /// Writes a value that stands in another document, without the members of some names; those
    /// of objects inside it stay.
    ///
    /// What stands there as RFC 8785 writes it is copied: no value is made.
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
