import CanonicalJSON
package import CaseModel
import EventLog

/// A case as a case file.
package struct WrittenCaseFile: Sendable {
    /// The text of the file.
    package internal(set) var text = ""
    /// Events that a case file cannot hold: `export --format jsonl` has them.
    package internal(set) var unsaid: [EventReference] = []
    /// Entries of the old file that are not recorded yet.
    package internal(set) var unrecorded: [EventReference] = []
    /// Entries of the old file that say something else than was recorded, and were replaced by it.
    package internal(set) var rewritten: [EventReference] = []
    /// Entries of the old file whose events were erased, and were removed with their comments.
    package internal(set) var erased: [EventReference] = []
    /// Events of other cases that the case names.
    package internal(set) var linked: [EventReference] = []
    /// Registers that the case names and the old file does not have.
    package internal(set) var elsewhere: [EventReference] = []
}

extension CaseReader {
    /// Writes a case, with the registers that it names, as a file that an import takes for
    /// unchanged: every event as it was recorded, corrections among the events.
    ///
    /// - Parameters:
    ///   - slug: The case.
    ///   - old: A case file whose comments, order and lines are kept; a new file if nil.
    /// - Returns: The file, and what it could not hold.
    /// - Throws: An error if there is no such case, if an event cannot be read, or if the old file
    ///   has faults or is about another case.
    package func caseFile(
        _ slug: Slug, keeping old: InputFile?
    ) async throws -> WrittenCaseFile {
        let (record, _) = try await snapshot()
        let lines = try old.map { old throws(CaseworkError) in
            try CaseFileLines(try OpenedInput(old).text(), file: old.name)
        }
        let (streams, named) = try await record.streams(of: [slug], withLinked: false)
        let others = Set(lines?.streams ?? []).subtracting(streams)
        let events = try await record.events(of: streams.union(others).sorted())
        var file = CaseFileComposition(events: events, slug: slug, others: others)
        file.name(named.filter { !streams.contains($0.value) }.map(\.key))
        do {
            file.remark(try effective(events))
        } catch {
            throw CaseworkError.unreadable(at: error.position, error.faults)
        }
        return try lines.map { lines throws(CaseworkError) in try file.merged(into: lines) }
            ?? file.fresh()
    }
}

/// Puts a case file together: a new one, or one on the lines of an older one.
private struct CaseFileComposition {
    let slug: Slug
    /// What the case has, and what it names.
    private let entries: [CaseFileEntry]
    /// Further entries that may stand in an old file.
    private let others: [CaseFileEntry]
    private let erased: Set<EventID>
    private var remarks: [EventID: [String]] = [:]
    private var file = WrittenCaseFile()

    init(events: [Event], slug: Slug, others: Set<StreamName>) {
        self.slug = slug
        let own = events.filter { !others.contains($0.stream) }
        entries = own.compactMap { CaseFileEntry($0) }
        self.others = events.filter { others.contains($0.stream) }.compactMap { CaseFileEntry($0) }
        erased = Set(events.filter(\.isErased).map(\.id))
        file.unsaid = own.filter { CaseFileEntry($0) == nil }.map(\.reference)
    }

    /// Notes which events of other cases the case names.
    mutating func name(_ linked: [EventReference]) {
        file.linked = linked.sorted { $0.description < $1.description }
    }

    /// Notes what was corrected or retracted since it was recorded, as comments.
    mutating func remark(_ standing: [EffectiveEvent]) {
        let recorded = Dictionary(entries.map { ($0.event.id, $0.event) }) { first, _ in first }
        for now in standing {
            guard let event = recorded[now.event.id] else { continue }
            var lines = event.type.changes(from: event.json, to: now.event.json).map {
                "corrected since: \($0.path) is \(String(decoding: ($0.new ?? .null).canonicalBytes(), as: UTF8.self))"
            }
            if let retraction = now.retraction {
                let name = retraction.body.key.map(\.text) ?? retraction.id.text
                lines.append("retracted by \(name)")
            }
            remarks[event.id] = lines.isEmpty ? nil : lines
        }
    }
}

extension CaseFileComposition {
    /// A new file.
    mutating func fresh() throws(CaseworkError) -> WrittenCaseFile {
        for section in CaseFileEntry.Section.allCases {
            let entries = entries.filter { $0.section == section }
            if section == .title { file.text += "case: \(slug.text)\n" }
            guard !entries.isEmpty else { continue }
            if section != .title { file.text += section.rawValue + ":\n" }
            for entry in entries { try add(entry, margin: section == .title ? 0 : 2) }
        }
        return file
    }

    private mutating func add(_ entry: CaseFileEntry, margin: Int) throws(CaseworkError) {
        if !file.text.isEmpty, !file.text.hasSuffix("\n"), !file.text.hasSuffix("\r\n") {
            file.text += "\n"
        }
        let indent = String(repeating: " ", count: margin)
        for remark in remarks[entry.event.id] ?? [] {
            file.text += "\(indent)\(CaseFileComposition.mark)\(remark)\n"
        }
        file.text += try entry.text(margin: margin)
    }

    /// What the program's own comments begin with: they are replaced each time.
    private static let mark = "#: "
}

extension CaseFileComposition {
    /// The lines of an older file, with what has been recorded since.
    mutating func merged(into old: CaseFileLines) throws(CaseworkError) -> WrittenCaseFile {
        if let other = old.slug, other != slug.text {
            throw CaseworkError(
                .usage, "the old file is about the case \(other)",
                hint: "export that case, or name the file of \(slug)")
        }
        var left = entries
        for piece in old.pieces {
            switch piece {
            case .between(let lines): file.text += CaseFileComposition.own(lines)
            case .entry(let entry, let lines, let margin):
                try keep(entry, lines, margin: margin, &left)
            case .endOfEvents(let margin): try addEvents(&left, margin: margin)
            }
        }
        try addRest(&left, beside: old.sections)
        file.elsewhere = left.map(\.event.reference)
        return file
    }

    /// Lines without the program's own comments.
    private static func own(_ lines: String) -> String {
        lines.linesWithEnds.filter { !$0.drop { $0 == " " }.hasPrefix(mark) }.joined()
    }

    /// Keeps the lines of an entry that is recorded as it stands there, or not at all; writes one
    /// that was recorded otherwise as it was recorded, and removes one that was erased.
    private mutating func keep(
        _ entry: Entry, _ lines: String, margin: Int, _ left: inout [CaseFileEntry]
    ) throws(CaseworkError) {
        let draft = try entry.draft()
        guard !erased.contains(draft.id) else { return remove(draft.reference) }
        guard let recorded = (entries + others).first(where: { $0.event.id == draft.id }) else {
            file.unrecorded.append(draft.reference)
            file.text += lines
            return
        }
        left.removeAll { $0.event.id == draft.id }
        guard draft.json == recorded.event.json else {
            file.rewritten.append(draft.reference)
            return try add(recorded, margin: margin)
        }
        let indent = String(repeating: " ", count: margin)
        for remark in remarks[draft.id] ?? [] {
            file.text += "\(indent)\(CaseFileComposition.mark)\(remark)\n"
        }
        file.text += lines
    }

    /// Removes an erased entry: the comments right above it may say what was erased.
    private mutating func remove(_ name: EventReference) {
        file.erased.append(name)
        var above = file.text.linesWithEnds
        while above.last?.drop(while: { $0 == " " }).hasPrefix("#") == true { above.removeLast() }
        file.text = above.joined()
    }

    private mutating func addEvents(
        _ left: inout [CaseFileEntry], margin: Int
    ) throws(CaseworkError) {
        for entry in left where entry.section == .events { try add(entry, margin: margin) }
        left.removeAll { $0.section == .events }
    }

    /// Adds a case, or its events, to a file that has none.
    private mutating func addRest(
        _ left: inout [CaseFileEntry], beside sections: Set<String>
    ) throws(CaseworkError) {
        let events = left.filter { $0.section == .events }
        guard !events.isEmpty else { return }
        guard !sections.contains("events") else { throw .noList }
        if !file.text.isEmpty, !file.text.hasSuffix("\n") { file.text += "\n" }
        if !sections.contains("case") { file.text += "case: \(slug.text)\n" }
        if !sections.contains("title") {
            for entry in left where entry.section == .title { try add(entry, margin: 0) }
        }
        file.text += "events:\n"
        for entry in events { try add(entry, margin: 2) }
        left.removeAll { $0.section == .events || $0.section == .title }
    }
}

extension CaseworkError {
    /// The error of an old file to whose list nothing can be added.
    fileprivate static let noList = CaseworkError(
        .usage, "the old file has an empty list of events",
        hint: "remove the field events from it, or leave --comments-from out")
}

extension Draft {
    /// The name by which people refer to it.
    fileprivate var reference: EventReference {
        body.key.map { .keyed(stream, $0) } ?? .id(id)
    }
}
