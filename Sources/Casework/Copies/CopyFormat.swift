/// The format of a stored copy, told by its first bytes and not by the name of the file.
package enum CopyFormat: String, Sendable {
    case pdf, html, text

    /// The format of a file that begins with these bytes; nil if it is none of the three.
    init?(beginning bytes: some Collection<UInt8>) {
        if bytes.starts(with: Array("%PDF-".utf8)) {
            self = .pdf
            return
        }
        if bytes.contains(0) { return nil }
        let text = String(decoding: bytes, as: UTF8.self).lowercased()
            .drop { $0.isWhitespace || $0 == "\u{feff}" }
        let isMarkup = ["<!doctype html", "<html", "<?xml", "<!--", "<head"]
            .contains { text.hasPrefix($0) }
        self = isMarkup && text.contains("<h") || text.hasPrefix("<!doctype html") ? .html : .text
    }

    /// How many bytes at the beginning tell the format.
    static let sample = 4096

    /// The format in words.
    package var words: String {
        switch self {
        case .pdf: "PDF"
        case .html: "HTML"
        case .text: "text"
        }
    }
}
