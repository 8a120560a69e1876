import CanonicalJSON
package import CaseModel
package import Projections

extension CaseChange {
    /// The change in one line; an added or removed row or event is described by its summary.
    package var words: String {
        switch (old.flatMap(\.row), new.flatMap(\.row)) {
        case (nil, let row?): "+ \(field)\(row)"
        case (let row?, nil): "- \(field)\(row)"
        default: elements.isEmpty ? "\(field): \(phrase(old)) → \(phrase(new))" : field
        }
    }

    /// The added or removed elements of a list; empty if it is not a list, or a list of single
    /// words.
    package var elements: [String] {
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
    /// The value in a cell; `nothing` if there is none.
    package var cell: String {
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
    package var sentence: String {
        var published: String?
        if case .sourceCaptured(let source) = body.content { published = source.published.phrase }
        let reasons = [givenReason, note, published.map { "published \($0)" }].compactMap(\.self)
        let reason = reasons.isEmpty ? "" : ": \(reasons.joined(separator: "; "))"
        return "\(reference), \(type.name)\(reason)"
    }
}
