/// `text` in quotation marks for a message: at most 60 characters, control characters as U+XXXX.
package func quoted(_ text: String) -> String {
    let visible = text.unicodeScalars.prefix(60).map(visible).joined()
    let rest = text.unicodeScalars.count > 60 ? "…" : ""
    return "\"\(visible)\(rest)\""
}

/// A scalar as it may stand in a message: never one that moves a cursor or hides text.
private func visible(_ scalar: Unicode.Scalar) -> String {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator:
        return "<U+" + String(scalar.value, radix: 16, uppercase: true) + ">"
    default:
        return String(scalar)
    }
}
