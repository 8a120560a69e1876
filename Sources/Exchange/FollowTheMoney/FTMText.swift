import Foundation

/// Texts as FollowTheMoney stores them; written otherwise, the library would change them on reading.
enum FTMText {
    /// The text in Unicode's form NFC, without white space around it.
    ///
    /// A name also loses soft hyphens and quotation marks around it, and its white space is folded.
    static func cleaned(_ text: String, asName: Bool) -> String {
        var text = text.precomposedStringWithCanonicalMapping
        if asName {
            text.unicodeScalars.removeAll { $0 == "\u{ad}" }
            let parts = text.unicodeScalars.split { $0.properties.isWhitespace }
            text = parts.map { String($0) }.joined(separator: " ")
            while text.count > 1, text.hasPrefix("\""), text.hasSuffix("\"") {
                text = String(text.dropFirst().dropLast())
            }
        }
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
