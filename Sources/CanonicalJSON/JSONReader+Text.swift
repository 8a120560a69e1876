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
