import CanonicalJSON
import CaseModel
import Yams

/// A case file as it was written, in pieces: the lines of each entry, and the lines between them.
struct CaseFileLines {
    /// A piece of the file.
    enum Piece {
        /// Lines that belong to no entry: comments, names of sections, empty lines.
        case between(String)
        /// The lines of an entry, and the margin before its name or dash.
        case entry(Entry, lines: String, margin: Int)
        /// The place behind the last entry of the events of the case.
        case endOfEvents(margin: Int)
    }

    /// The pieces in the order of the file.
    private(set) var pieces: [Piece] = []
    /// The names of the sections: `sources`, `case`, `events`.
    private(set) var sections: Set<String> = []
    /// The streams of its entries.
    var streams: [StreamName] {
        pieces.compactMap { if case .entry(let entry, _, _) = $0 { entry.stream } else { nil } }
    }
    /// The case that the file is about; nil if it has only registers.
    private(set) var slug: String?

    private let lines: [String]

    /// Reads a case file.
    ///
    /// - Throws: Every fault of the file, and an error where entries share a line, so that they
    ///   cannot be told apart.
    init(_ text: String, file: String) throws(CaseworkError) {
        let read = try CaseFile(text, file: file)
        guard read.faults.isEmpty else { throw .refused(read.faults) }
        lines = text.linesWithEnds
        let starts = try CaseFileLines.starts(of: read.entries, in: lines, file)
        guard let root = try YAMLTree.root(of: text, file: file), let members = root.mapping else {
            add(.between(text))
            return
        }
        try requireLines(root, file)
        if lines.contains(where: { $0.trimmed == "..." }) { throw .marked(file) }
        sections = Set(members.compactMap { $0.key.scalar?.string })
        slug = members["case"]?.scalar?.string
        cut(starts, Set(members.compactMap { $0.key.yamlMark.map { $0.line - 1 } }))
    }
}

extension CaseFileLines {
    private typealias Start = (line: Int, entry: Entry)

    /// Where each entry begins, as indices of lines.
    private static func starts(
        of entries: [Entry], in lines: [String], _ file: String
    ) throws(CaseworkError) -> [Start] {
        var starts: [Start] = []
        for entry in entries {
            guard let mark = entry.mark else { continue }
            var line = mark.line - 1
            while line > 0, lines[line - 1].trimmed == "-" { line -= 1 }
            starts.append((line, entry))
        }
        starts.sort { $0.line < $1.line }
        for (one, next) in zip(starts, starts.dropFirst()) where one.line == next.line {
            throw shared(file, line: one.line + 1)
        }
        return starts
    }

    /// Throws if entries are written in braces or brackets: then they are no lines of their own.
    private func requireLines(_ root: Node, _ file: String) throws(CaseworkError) {
        guard let members = root.mapping else { return }
        let sections = members.filter {
            ["sources", "actors", "lists", "measures", "events"].contains($0.key.string)
        }
        let filled = sections.map(\.value).filter {
            $0.mapping?.isEmpty == false || $0.sequence?.isEmpty == false
        }
        for node in [root] + filled where isInBrackets(node) {
            throw CaseFileLines.shared(file, line: node.yamlMark?.line ?? 1)
        }
    }

    /// Whether a node begins with a bracket or a brace.
    private func isInBrackets(_ node: Node) -> Bool {
        guard let mark = node.yamlMark, lines.indices.contains(mark.line - 1) else { return false }
        let rest = lines[mark.line - 1].unicodeScalars.dropFirst(mark.column - 1)
        return rest.first == "{" || rest.first == "["
    }

    private static func shared(_ file: String, line: Int) -> CaseworkError {
        CaseworkError(
            .usage,
            "\(file):\(line): entries in braces or on one line, so that comments cannot be kept",
            hint: "begin every entry on a line of its own, or leave --comments-from out")
    }

    private mutating func cut(_ starts: [Start], _ sections: Set<Int>) {
        var done = 0
        for (index, start) in starts.enumerated() {
            let next = index + 1 < starts.count ? starts[index + 1].line : lines.count
            let section = sections.filter { $0 > start.line }.min() ?? lines.count
            let margin = lines[start.line].margin
            var end = min(next, section)
            while end > start.line + 1, lines[end - 1].isBetween(margin: margin) { end -= 1 }
            add(.between(lines[done..<start.line].joined()))
            add(.entry(start.entry, lines: lines[start.line..<end].joined(), margin: margin))
            done = end
        }
        add(.between(lines[done...].joined()))
        let last = pieces.lastIndex {
            if case .entry(let entry, _, _) = $0 { entry.isListed } else { false }
        }
        guard let last, case .entry(_, _, let margin) = pieces[last] else { return }
        pieces.insert(.endOfEvents(margin: margin), at: last + 1)
    }

    private mutating func add(_ piece: Piece) {
        if case .between("") = piece { return }
        pieces.append(piece)
    }
}

extension Entry {
    /// Where the entry begins in its case file.
    fileprivate var mark: YAMLMarks.Mark? {
        guard case .marks(_, let marks) = origin else { return nil }
        return marks[.root] ?? marks[CaseFileLines.title]
    }

    /// Whether it stands in the list of events: a title begins where its value does.
    fileprivate var isListed: Bool {
        guard case .marks(_, let marks) = origin else { return false }
        return stream.kind == .case && marks[.root] != marks[CaseFileLines.title]
    }
}

extension CaseworkError {
    /// The error of a file behind whose end nothing can be written.
    fileprivate static func marked(_ file: String) -> CaseworkError {
        CaseworkError(
            .usage, "\(file) has a mark of the end of a document (...)",
            hint: "remove it, or leave --comments-from out")
    }
}

extension CaseFileLines {
    /// The path of a title, which is an entry without a place of its own.
    fileprivate static let title = JSONPointer.root.appending("data").appending("title")
}

extension String {
    /// The lines with the characters that end them: LF, CR LF or CR.
    var linesWithEnds: [String] {
        var lines: [String] = []
        var line = String.UnicodeScalarView()
        let scalars = Array(unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            line.append(scalar)
            let isPaired = scalar == "\r" && index + 1 < scalars.count && scalars[index + 1] == "\n"
            guard scalar == "\n" || scalar == "\r" && !isPaired else { continue }
            lines.append(String(line))
            line.removeAll()
        }
        return line.isEmpty ? lines : lines + [String(line)]
    }

    fileprivate var trimmed: Substring {
        let blank: Set<Unicode.Scalar> = [" ", "\t", "\r", "\n"]
        let start = unicodeScalars.firstIndex { !blank.contains($0) } ?? endIndex
        let last = unicodeScalars.lastIndex { !blank.contains($0) }
        return self[start..<(last.map { unicodeScalars.index(after: $0) } ?? endIndex)]
    }

    /// How many spaces the line begins with.
    fileprivate var margin: Int { utf8.prefix { $0 == UInt8(ascii: " ") }.count }

    /// Whether it is empty, or a comment that is not indented further than the entry before it: then
    /// it belongs to what follows.
    fileprivate func isBetween(margin: Int) -> Bool {
        trimmed.isEmpty || trimmed.hasPrefix("#") && self.margin <= margin
    }
}
