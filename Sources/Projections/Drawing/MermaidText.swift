/// Lines in quotation marks, as a label of Mermaid's: shown as they are, whatever they say.
///
/// Mermaid reads a label several times over, for its own syntax, for Markdown and for HTML. So all
/// but letters, digits and a little harmless punctuation is written as a character reference,
/// `#34;`, which it resolves last.
func mermaidLabel(_ lines: [String]) -> String {
    "\"" + lines.map(mermaidEscaped).joined(separator: "<br/>") + "\""
}

private func mermaidEscaped(_ line: String) -> String {
    let scalars = Array(line.unicodeScalars)
    let escaped = scalars.indices.map { index in
        let isPlain = scalars[index].isPlain(
            after: index > 0 ? scalars[index - 1] : nil,
            before: index + 1 < scalars.count ? scalars[index + 1] : nil)
        return isPlain ? String(scalars[index]) : "#\(scalars[index].value);"
    }
    // Its lexer takes a line for a statement that has `direction LR` anywhere, quoted or not.
    return escaped.joined().replacing("direction ", with: "direction#32;")
}

extension Unicode.Scalar {
    /// Whether it means nothing to Mermaid nor to Markdown where it stands: a hyphen inside a word
    /// begins no list and no arrow, a full stop behind a word no list and no address.
    fileprivate func isPlain(after previous: Unicode.Scalar?, before next: Unicode.Scalar?) -> Bool
    {
        switch self {
        case " ", ",", "(": true
        case ")": previous?.isLetter ?? false
        case ".": (previous?.isLetter ?? false) && (next ?? " ") == " "
        case "-", "_", "/", "'": previous?.isAlphanumeric ?? false && next?.isAlphanumeric ?? false
        default: isAlphanumeric
        }
    }

    private var isLetter: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .nonspacingMark, .spacingMark:
            true
        default: false
        }
    }

    private var isAlphanumeric: Bool { isLetter || properties.generalCategory == .decimalNumber }
}
