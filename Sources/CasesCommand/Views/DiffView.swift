import CanonicalJSON
import CaseModel
import CommandSupport
import Projections
import Wording

extension DiffAnswer: Presentation {
    var pieces: [JSONValue] { difference.changes.map(\.answer) }

    var lines: [String] {
        var block = Block()
        let instants = "from \(from.words ?? "") to \(to.words ?? "")"
        block.add("\(slug), by the clock \(clock), \(instants)")
        let read = ["as recorded at position \(knownAt)"] + clocks.remarks(registers)
        block.add(read.joined(separator: "; "))
        section("STATE", .state, &block)
        section("TIMELINE", .timeline, &block)
        if difference.changes.isEmpty { block.add("Nothing changed.") }
        return block.lines
    }

    private func section(_ title: String, _ place: CaseChange.Place, _ block: inout Block) {
        let changes = difference.changes.filter { $0.place == place }
        guard !changes.isEmpty else { return }
        block.heading(title)
        for change in changes { add(change, &block) }
    }

    private func add(_ change: CaseChange, _ block: inout Block) {
        block.add(change.words, margin: 2)
        for line in change.elements { block.add(line, margin: 4) }
        for event in change.because { block.add("by \(event.sentence)", margin: 4) }
    }

    var sheet: Sheet {
        Sheet(
            columns: ["what", "field", "from", "to", "because", "reasons"],
            rows: difference.changes.map { change in
                [
                    change.place.rawValue, change.field, change.old.cell, change.new.cell,
                    change.because.map(\.reference.description).joined(separator: "; "),
                    change.because.map(\.sentence).joined(separator: "; "),
                ]
            })
    }
}

extension CaseChange {
    /// The change in one line; an added or removed row or event is described by its summary.
    fileprivate var words: String {
        switch (old.flatMap(\.row), new.flatMap(\.row)) {
        case (nil, let row?): "+ \(field)\(row)"
        case (let row?, nil): "- \(field)\(row)"
        default: elements.isEmpty ? "\(field): \(phrase(old)) → \(phrase(new))" : field
        }
    }

    /// The added or removed elements of a list; empty if it is not a list, or a list of single
    /// words.
    fileprivate var elements: [String] {
        let (was, now) = (old?.array ?? [], new?.array ?? [])
        guard (was + now).contains(where: { $0.object != nil }) else { return [] }
        return was.filter { !now.contains($0) }.map { "- \($0.words ?? $0.line)" }
            + now.filter { !was.contains($0) }.map { "+ \($0.words ?? $0.line)" }
    }

    private func phrase(_ value: JSONValue?) -> String {
        guard field.hasSuffix(".certain") else { return value.cell }
        return value == nil ? "certain" : uncertainMark
    }
}

extension JSONValue? {
    fileprivate var cell: String {
        guard let value = self else { return "nothing" }
        return value.words ?? value.line
    }
}

extension JSONValue {
    /// The text after the name of a row or event: its status or its summary; nil if the value is
    /// neither.
    fileprivate var row: String? {
        guard let members = object, members["set_by"] != nil || members["event"] != nil else {
            return nil
        }
        let told = members["summary"]?.string ?? members["status"]?.string
        return (told.map { ": \($0)" } ?? "")
            + (members["certain"] == nil ? "" : " (\(uncertainMark))")
    }
}

extension Event {
    /// The event with the reason it gives: `halt/fix, event.corrected: misreading`.
    fileprivate var sentence: String {
        var published: String?
        if case .sourceCaptured(let source) = body.content { published = source.published.phrase }
        let reasons = [givenReason, note, published.map { "published \($0)" }].compactMap(\.self)
        let reason = reasons.isEmpty ? "" : ": \(reasons.joined(separator: "; "))"
        return "\(reference), \(type.name)\(reason)"
    }
}
