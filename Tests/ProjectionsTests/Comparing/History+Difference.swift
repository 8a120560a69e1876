import CanonicalJSON
import CaseModel
import Projections
import Testing

/// A case as clocks show it, of a log of events.
func reading(_ slug: String, _ log: [Event], _ clocks: Clocks) throws -> CaseReading {
    let known = log.filter { $0.position <= clocks.knownAt ?? .max }
    let sources = try effective(known.filter { $0.stream.kind == .source })
    let slug = try #require(Slug(slug))
    let recorded = known.filter { $0.stream == StreamName(.case, slug) }
    return CaseReading(
        of: slug, recorded: recorded,
        try effective(recorded, by: clocks, publications: Publications(sources)),
        registered: sources, clocks: clocks)
}

extension History {
    /// What changed in the case `acme`, each change in a line: field, values, the events behind it.
    func changes(from old: Clocks, to new: Clocks) throws -> [String] {
        let difference = CaseDifference(
            from: try reading("acme", events, old), to: try reading("acme", events, new))
        return difference.changes.map { change in
            let because = change.because.map(\.reference.description).joined(separator: ", ")
            return "\(change.field): \(change.old.short) → \(change.new.short) by \(because)"
        }
    }

    /// What changed from one position of the log to another.
    func changes(from old: Int64, to new: Int64) throws -> [String] {
        try changes(from: Clocks(knownAt: old), to: Clocks(knownAt: new))
    }
}

extension JSONValue? {
    /// A text as it is, of a date the date, of a list how long it is, of a row that it is there.
    fileprivate var short: String {
        switch self {
        case nil, .null: "-"
        case .string(let text): text
        case .bool(let isSo): isSo ? "yes" : "no"
        case .array(let elements): String(elements.count)
        case .object(let members): members["edtf"].map { $0.string ?? "undated" } ?? "there"
        case .integer(let number): String(number)
        }
    }
}
