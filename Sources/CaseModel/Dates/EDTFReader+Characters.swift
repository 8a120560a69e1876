extension EDTFReader {
    /// Refuses what stands in no EDTF text of any level, so that the grammar need not know it.
    func checkCharacters() throws(EDTFFault) {
        guard let wrong = rest.firstIndex(where: { !EDTFReader.isInAlphabet($0) }) else { return }
        throw fault(EDTFReader.refusal(of: Unicode.Scalar(bytes[wrong])), at: wrong)
    }

    private static func isInAlphabet(_ byte: UInt8) -> Bool {
        switch Unicode.Scalar(byte) {
        case "0"..."9", "X", "Y", "T", "Z", "E", "S": true
        case "-", "+", ":", ".", ",", "/", "?", "~", "%", "[", "]", "{", "}": true
        default: false
        }
    }

    private static func refusal(of character: Unicode.Scalar) -> EDTFRefusal {
        switch character {
        case " ", "\t"..."\r": .blank
        case "x", "y", "t", "z", "e", "s": .lowerCase(character)
        case "W": .weekDate
        case "P": .duration
        default: .strangeCharacter
        }
    }
}
