package import Casework

/// The query of an address.
package enum Query {
    /// Names and values as a query, with its question mark; empty values are left out, and so is the
    /// question mark if nothing remains.
    package static func text(_ items: [(String, String)]) -> String {
        let asked = items.filter { !$0.1.isEmpty }.map { "\($0.0)=\(encoded($0.1))" }
        return asked.isEmpty ? "" : "?" + asked.joined(separator: "&")
    }

    /// A text in which only unreserved characters stand for themselves (RFC 3986, section 2.3).
    private static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF")
        return text.utf8.map { byte in
            let character = Character(Unicode.Scalar(byte))
            let isUnreserved =
                byte < 0x80
                && (character.isLetter || character.isNumber || "-._~".contains(character))
            return isUnreserved
                ? String(character) : "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
        }.joined()
    }
}

extension ClockQuestion {
    /// The clocks by the names of their parameters.
    package var items: [(String, String)] {
        [("as-of", asOf ?? ""), ("published-by", publishedBy ?? ""), ("known-at", knownAt ?? "")]
    }
}
