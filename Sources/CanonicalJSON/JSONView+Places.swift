extension JSONValue {
    /// Where some values begin in the bytes of a readable document, or else the nearest values
    /// around them; nil for all where the document cannot be read.
    ///
    /// It reads the document once and goes through its lines once, however many are asked for.
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
    /// Notes the offsets at which some values begin, each under its number.
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
    /// The places of some offsets, found in one walk through the bytes.
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
