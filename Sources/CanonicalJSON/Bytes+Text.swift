extension [UInt8] {
    /// The text in a range of a document, all of which was found to be UTF-8.
    func text(in range: Range<Int>) -> String {
        let bytes = span
        guard let text = try? UTF8Span(validating: bytes.extracting(range)) else {
            preconditionFailure("a document's values begin and end with whole characters")
        }
        return String(copying: text)
    }

    /// The text in a range that holds what stands between the quotes of a string, whose escapes
    /// were found to be good.
    func unescaped(_ range: Range<Int>) -> String {
        var (text, rest): ([UInt8], ArraySlice<UInt8>) = ([], self[range])
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\") else {
                text.append(byte)
                continue
            }
            text += String(rest.popScalar()).utf8
        }
        return String(decoding: text, as: UTF8.self)
    }
}

extension ArraySlice<UInt8> {
    /// Takes an escape behind its backslash, and the whole escape of the partner of half a pair.
    fileprivate mutating func popScalar() -> Unicode.Scalar {
        let letter = removeFirst()
        guard letter == UInt8(ascii: "u") else {
            return JSONReader.scalar(escapedBy: letter) ?? Unicode.Scalar(letter)
        }
        let unit = popCodeUnit()
        if let scalar = Unicode.Scalar(unit) { return scalar }
        removeFirst(2)
        return UTF16.decode(UTF16.EncodedScalar([unit, popCodeUnit()]))
    }

    private mutating func popCodeUnit() -> UInt16 {
        defer { removeFirst(4) }
        return prefix(4).compactMap(JSONReader.hexDigit).reduce(0) { $0 << 4 | $1 }
    }
}
