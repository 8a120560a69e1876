import Foundation

/// What the server's log says last, for an error message.
enum ServerLog {
    /// The last five lines about the server itself; a log quotes statements, and those it withholds.
    static func lastLines(of path: String) -> [String] {
        guard let file = FileHandle(forReadingAtPath: path) else { return [] }
        let end = (try? file.seekToEnd()) ?? 0
        try? file.seek(toOffset: end - min(end, 16_384))
        let bytes = (try? file.readToEnd()) ?? Data()
        let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\n")
        return lines.filter(isAboutServer).suffix(5).map { $0 }
    }

    /// Whether the line is of a severity that servers use of themselves.
    ///
    /// Errors, details and contexts quote what clients sent, as lines that go on from the one
    /// before (with a tab) may.
    static func isAboutServer(_ line: String) -> Bool {
        guard !line.hasPrefix("\t"), let mark = line.range(of: ":  ") else { return false }
        let severity = line[..<mark.lowerBound].split(separator: " ").last ?? ""
        let text = line[mark.upperBound...]
        return ["FATAL", "PANIC", "LOG", "HINT"].contains(severity)
            && !["statement:", "execute ", "duration:", "bind ", "parse "].contains(
                where: text.hasPrefix)
    }
}
