import CanonicalJSON
import CaseModel
import Projections
import Testing

extension History {
    /// What can be asked of the case `acme`.
    func grounds() throws -> Grounds {
        let slug = try #require(Slug("acme"))
        let stream = StreamName(.case, slug)
        return Grounds(
            of: slug, recorded: events.filter { $0.stream == stream },
            try standing.filter { $0.event.stream == stream })
    }

    /// Why a field is what it is.
    func why(_ field: String) throws -> Why { try #require(try grounds().why(field)) }

    /// The events that had a hand in a field, each in a line: its key, what it did, what it said.
    func because(_ field: String) throws -> [String] {
        try why(field).because.map { reason in
            let key = reason.event.body.key?.text ?? "?"
            let value = reason.value.map { " \($0.string ?? $0.text)" } ?? ""
            return "\(key) \(reason.effect.rawValue)\(value)"
        }
    }
}

extension JSONValue {
    /// The canonical JSON as text; of a date only the date.
    fileprivate var text: String {
        if let date = object?["edtf"] { return date.string ?? "undated" }
        return String(decoding: canonicalBytes(), as: UTF8.self)
    }
}
