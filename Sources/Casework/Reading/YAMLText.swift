import CaseModel

/// A text of YAML 1.2, prepared for libyaml, which reads YAML 1.1.
///
/// Where the two differ inside texts, characters are replaced by others of the same width, so that
/// lines and columns do not change: U+0085, U+2028 and U+2029, which end a line only in YAML 1.1,
/// and a `#` that does not follow whitespace, which libyaml takes for a comment after quotation
/// marks and brackets. A byte order mark at the start is skipped; any other would confuse Yams.
struct YAMLText {
    /// The text for the parser.
    let prepared: String
    /// The characters that were replaced.
    private let originals: [Unicode.Scalar: Unicode.Scalar]

    static let byteOrderMark: Unicode.Scalar = "\u{feff}"
    private static let replaced: [Unicode.Scalar] = [
        "#", "\u{85}", "\u{2028}", "\u{2029}", byteOrderMark,
    ]
    /// Private use: replacements are taken from here on, skipping characters that occur in the
    /// text.
    private static let spare = UInt32(0xf0000)...UInt32(0xffffd)

    /// Prepares a text; throws at a control character, which YAML does not allow.
    init(_ text: String, file: String) throws(CaseworkError) {
        let substitutes = YAMLText.substitutes(in: text)
        var output = String.UnicodeScalarView()
        var walk = TextWalk()
        for (index, scalar) in text.unicodeScalars.enumerated() {
            if index == 0, scalar == YAMLText.byteOrderMark { continue }
            guard scalar.isAllowed else {
                throw .refused([YAMLText.control(at: walk.mark, in: file)])
            }
            let isText = scalar != "#" || walk.isBehindText
            output.append(isText ? substitutes[scalar] ?? scalar : scalar)
            walk.take(scalar)
        }
        prepared = String(output)
        originals = Dictionary(uniqueKeysWithValues: substitutes.map { ($1, $0) })
    }

    /// The replacement of each character; incomplete if the text leaves too few characters free,
    /// which happens only with a text made for that purpose.
    private static func substitutes(in text: String) -> [Unicode.Scalar: Unicode.Scalar] {
        let used = Set(text.unicodeScalars.filter { spare.contains($0.value) })
        let free = spare.lazy.compactMap(Unicode.Scalar.init).filter { !used.contains($0) }
        return Dictionary(uniqueKeysWithValues: zip(replaced, free.prefix(replaced.count)))
    }

    private static func control(at mark: YAMLMarks.Mark, in file: String) -> LocatedFault {
        LocatedFault(
            at: Place(file: file, line: mark.line, column: mark.column), .badEvent,
            "this is not valid YAML: control characters are not allowed",
            hint: "remove it; of the control characters, text has only \\t and \\n")
    }

    /// Restores the original of a text from the parser.
    func restored(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { originals[$0] != nil }) else { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { scalars.append(originals[scalar] ?? scalar) }
        return String(scalars)
    }
}

extension YAMLText {
    /// The character at a place; nil if there is none.
    func character(at mark: YAMLMarks.Mark) -> Unicode.Scalar? {
        var walk = TextWalk()
        for scalar in prepared.unicodeScalars {
            if walk.mark == mark { return scalar }
            walk.take(scalar)
        }
        return nil
    }
}

/// A position in a text, counted as in YAML 1.2: CR, LF and CR LF end a line.
struct TextWalk {
    private var (line, column) = (1, 1)
    private var last: Unicode.Scalar = "\n"

    /// The place of the next character.
    var mark: YAMLMarks.Mark { YAMLMarks.Mark(line: line, column: column) }

    /// Whether the previous character is neither whitespace nor the end of a line.
    var isBehindText: Bool { ![" ", "\t", "\n", "\r"].contains(last) }

    /// Advances past a character.
    mutating func take(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\n" where last == "\r": break
        case "\n", "\r": (line, column) = (line + 1, 1)
        default: column += 1
        }
        last = scalar
    }
}

extension Unicode.Scalar {
    /// Whether YAML allows the character.
    fileprivate var isAllowed: Bool {
        switch value {
        case 0x9, 0xa, 0xd, 0x20...0x7e, 0x85, 0xa0...0xfffd, 0x10000...0x10ffff: true
        default: false
        }
    }
}
