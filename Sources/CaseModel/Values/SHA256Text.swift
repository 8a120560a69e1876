import Digest

/// A SHA-256 digest as 64 small hexadecimal digits.
public struct SHA256Text: TextValue, Hashable {
    /// The digits.
    public let text: String

    /// `SHA-256`.
    public static var form: TextForm {
        TextForm(name: "SHA-256", pattern: "^[0-9a-f]{64}$", resembles: .number)
    }
    /// A placeholder digest.
    public static var placeholder: SHA256Text {
        SHA256Text(digits: String(repeating: "0", count: 64))
    }

    private init(digits: String) { text = digits }

    /// The digest of some bytes.
    public init(of bytes: [UInt8]) { text = SHA256.digest(bytes).hexadecimal }

    /// Reads 64 small hexadecimal digits.
    public init(spelling text: String) throws(Misspelling) {
        let digits = Set("0123456789abcdef".utf8)
        guard text.utf8.count == 64, text.utf8.allSatisfy(digits.contains) else {
            throw Misspelling(
                "this is not a SHA-256",
                hint: "64 digits out of 0123456789abcdef, as sha256sum prints"
            )
        }
        self.text = text
    }
}
