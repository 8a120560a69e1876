/// The tokens by which a database narrows down where a text may be found.
///
/// They only narrow down: what they find is looked through by `SearchTerm.occurrences`. So every text
/// in which a term is found must have the tokens that the term asks for.
enum SearchTokens {
    /// The most bytes of a token; what is longer is cut.
    private static let wordLimit = 128
    /// The most bytes of a code that are kept from each of its parts on.
    static let codeLimit = 32
    /// The most bytes of all tokens of a text: PostgreSQL's `tsvector` holds one megabyte.
    static let limit = 500_000

    /// The token of an actor that a text is about; no word has its sign.
    static func actor(_ slug: String) -> String { "@\(slug)" }

    /// The tokens of a text: its words and characters, each two neighbouring characters of a script
    /// without blanks, and its codes from each of their parts on.
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

    /// The condition in the syntax of `tsquery` that every text fulfils in which a term is found.
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

    /// A token as `tsquery` writes it; tokens hold neither quotes nor backslashes.
    static func quoted(_ token: String) -> String { "'\(token)'" }

    private static func word(_ bytes: ArraySlice<UInt8>) -> String { cut(bytes, to: wordLimit) }

    private static func pair(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) -> String {
        cut((first + second)[...], to: wordLimit)
    }

    /// The code that begins at an element, cut; nil where there is no digit in it.
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

    /// The longest beginning of at most `limit` bytes that does not split a character.
    private static func cut(_ bytes: ArraySlice<UInt8>, to limit: Int) -> String {
        var end =
            bytes.index(bytes.startIndex, offsetBy: limit, limitedBy: bytes.endIndex)
            ?? bytes.endIndex
        while end < bytes.endIndex, bytes[end] & 0xc0 == 0x80 { end -= 1 }
        return String(decoding: bytes[..<end], as: UTF8.self)
    }
}
