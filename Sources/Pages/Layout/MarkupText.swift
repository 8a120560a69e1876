import Mustache

/// Text in HTML and XML: what would be markup is escaped, scalar by scalar.
///
/// The engine's own escaping compares grapheme clusters, and a quotation mark with a combining accent is
/// not one of those that it knows: such a text would end the attribute that it stands in.
struct MarkupText: MustacheContentType {
    /// The name by which templates ask for it.
    static let name = "MARKUP"

    /// The text with the five special characters of HTML and XML as references, and U+FFFD for what
    /// neither may contain: control characters other than white space, and noncharacters.
    func escapeText(_ text: String) -> String {
        var text = text
        if text.withUTF8({ $0.allSatisfy { MarkupText.isPlain[Int($0)] } }) { return text }
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if let reference = MarkupText.reference(to: scalar) {
                escaped.append(contentsOf: reference.unicodeScalars)
            } else {
                escaped.append(MarkupText.isAllowed(scalar) ? scalar : "\u{FFFD}")
            }
        }
        return String(escaped)
    }

    /// Which bytes stand for themselves wherever they are; nearly all text has no others.
    private static let isPlain: [Bool] = (0...255).map { byte in
        (0x20..<0x7F).contains(byte) && !"<>&\"'".utf8.contains(UInt8(byte))
    }

    private static func reference(to scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "<": "&lt;"
        case ">": "&gt;"
        case "&": "&amp;"
        case "\"": "&quot;"
        case "'": "&#39;"
        default: nil
        }
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: true
        case 0x00...0x1F, 0x7F...0x9F, 0xFDD0...0xFDEF: false
        default: scalar.value & 0xFFFE != 0xFFFE
        }
    }
}
