/// The tokens by which a database preselects texts that may match.
///
/// They only preselect: `SearchTerm.occurrences` checks the candidates. Therefore every text that
/// matches a term must have the tokens that the term requires.
enum SearchTokens {
    /// The maximum size of a token in bytes; longer ones are truncated.
    private static let wordLimit = 128
    /// The maximum number of bytes kept of a code, starting at each of its parts.
    static let codeLimit = 32
    /// The maximum total size of the tokens of a text in bytes: PostgreSQL's `tsvector` holds one
    /// megabyte.
    static let limit = 500_000

    /// The token of an actor that a text names; its prefix does not occur in words.
    static func actor(_ slug: String) -> String { "@\(slug)" }

    /// The tokens of a text: its words and characters, pairs of neighbouring characters in scripts
    /// without blanks, and its codes starting at each of their parts.
    static func all(of text: SearchText) -> Set<String> {
        var tokens: Set<String> = []
        for (index, element) in text.elements.enumerated() {
            tokens.insert(word(text.word(element)))
            guard let next = text.elements.dropFirst(index + 1).first else { continue }
            if element.isUnit, next.isUnit, next.gap == .none || next.gap == .blank {
                tokens.insert(pair(text.word(element), text.word(next)))
            }
            if next.gap == .joiner, let code = joined(text, from: index) { tokens.insert(code) }
        }
        return tokens
    }

    /// A condition in `tsquery` syntax that every text matching a term satisfies.
    static func condition(for term: SearchTerm) -> String {
        var needed: [String] = []
        for (index, part) in term.parts.enumerated() {
            let isLast = index == term.parts.count - 1
            if isLast && term.isPrefix {
                needed.append(quoted(word(part.bytes[...])) + ":*")
            } else if part.isUnit, !isLast, term.parts[index + 1].isUnit,
                term.parts[index + 1].isAdjacent
            {
                needed.append(quoted(pair(part.bytes[...], term.parts[index + 1].bytes[...])))
            } else {
                needed.append(quoted(word(part.bytes[...])))
            }
        }
        let phrase = needed.joined(separator: " & ")
        guard let code = term.code else { return "(\(phrase))" }
        return "(\(quoted(cut(code[...], to: codeLimit))):* | \(phrase))"
    }

    /// A token in `tsquery` syntax; tokens contain neither quotes nor backslashes.
    static func quoted(_ token: String) -> String { "'\(token)'" }

    private static func word(_ bytes: ArraySlice<UInt8>) -> String { cut(bytes, to: wordLimit) }

    private static func pair(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) -> String {
        cut((first + second)[...], to: wordLimit)
    }

    /// The code that begins at an element, truncated; nil if it has no digit.
    private static func joined(_ text: SearchText, from start: Int) -> String? {
        var bytes: [UInt8] = []
        for (index, element) in text.elements[start...].enumerated() {
            guard bytes.count <= codeLimit, !element.isUnit, index == 0 || element.gap == .joiner
            else { break }
            bytes += text.word(element)
        }
        let hasDigit = bytes.contains { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
        return hasDigit ? cut(bytes[...], to: codeLimit) : nil
    }

    /// The longest prefix of at most `limit` bytes that does not split a character.
    private static func cut(_ bytes: ArraySlice<UInt8>, to limit: Int) -> String {
        var end =
            bytes.index(bytes.startIndex, offsetBy: limit, limitedBy: bytes.endIndex)
            ?? bytes.endIndex
        while end < bytes.endIndex, bytes[end] & 0xc0 == 0x80 { end -= 1 }
        return String(decoding: bytes[..<end], as: UTF8.self)
    }
}
