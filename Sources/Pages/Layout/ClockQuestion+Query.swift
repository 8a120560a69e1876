package import Casework

extension ClockQuestion {
    /// The question as the query of an address, with its question mark; empty if nothing is asked.
    package var query: String {
        let items = [("as-of", asOf), ("published-by", publishedBy), ("known-at", knownAt)]
        let asked = items.compactMap { name, value in
            value.map { "\(name)=\(ClockQuestion.encoded($0))" }
        }
        return asked.isEmpty ? "" : "?" + asked.joined(separator: "&")
    }

    /// A text in which only unreserved characters stand for themselves (RFC 3986, section 2.3).
    private static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF")
        return text.utf8.map { byte in
            let character = Character(Unicode.Scalar(byte))
            return byte < 0x80
                && (character.isLetter || character.isNumber || "-._~".contains(character))
                ? String(character) : "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
        }.joined()
    }
}
