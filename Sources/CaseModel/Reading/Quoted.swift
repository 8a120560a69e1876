/// `text` in quotation marks for a message: at most 60 characters, control characters as U+XXXX.
package func quoted(_ text: String) -> String {
    let rest = text.unicodeScalars.count > 60 ? "…" : ""
    return "\"\(visible(text.unicodeScalars.prefix(60)))\(rest)\""
}

/// Text as it may stand in a message: without a character that moves a cursor or hides text.
package func visible(_ scalars: some Collection<Unicode.Scalar>) -> String {
    escaped(scalars) { "<\($0.number)>" }
}

extension Unicode.Scalar {
    /// The scalar by its number: U+ and at least four hexadecimal digits.
    var number: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
