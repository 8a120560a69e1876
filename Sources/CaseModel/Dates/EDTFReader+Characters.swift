extension EDTFReader {
    /// Refuses what stands in no EDTF text of any level, so that the grammar need not know it.
    func checkCharacters() throws(EDTFFault) {
        guard let wrong = rest.firstIndex(where: { !EDTFReader.isInAlphabet($0) }) else { return }
        throw fault(refusal(at: wrong), at: wrong)
    }

    /// Only a single letter may be one that lacks a capital; several are a word.
    private func refusal(at place: Int) -> EDTFRefusal {
        let isWord = [place - 1, place + 1].contains { near in
            bytes.indices.contains(near) && EDTFReader.isLetter(bytes[near])
        }
        let character = Unicode.Scalar(bytes[place])
        return isWord && EDTFReader.isLetter(bytes[place])
            ? .strangeCharacter : EDTFReader.refusal(of: character)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
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
