/// `text` in quotation marks for a message: at most 60 characters, control characters as U+XXXX.
package func quoted(_ text: String) -> String {
    let visible = text.unicodeScalars.prefix(60).map(\.visible).joined()
    let rest = text.unicodeScalars.count > 60 ? "…" : ""
    return "\"\(visible)\(rest)\""
}

extension Unicode.Scalar {
    /// The scalar as it may stand in a message: never one that moves a cursor or hides text.
    package var visible: String {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: "<\(number)>"
        default: String(self)
        }
    }

    /// The scalar by its number: U+ and at least four hexadecimal digits.
    var number: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
