package import CanonicalJSON
package import CaseModel
package import Projections

/// Parses values of the language as people write them, on a command line or in an address.
package enum Named {
    /// A case, actor or source.
    package static func slug(_ text: String) throws(CaseworkError) -> Slug {
        guard let slug = Slug(text) else {
            throw CaseworkError(
                .usage, "\(quoted(text)) is not a slug",
                hint: "small letters, digits and single hyphens, at most 80 characters")
        }
        return slug
    }

    /// A type of event.
    package static func type(_ text: String) throws(CaseworkError) -> EventType {
        guard let type = EventType.named(text) else {
            let hint = remedy(for: text, among: EventType.all.map(\.name))
            throw CaseworkError(.usage, "unknown type \(quoted(text))", hint: hint)
        }
        return type
    }

    /// A word of a closed list.
    package static func word<W: Word>(_ text: String, _: W.Type) throws(CaseworkError) -> W {
        guard let word = W(rawValue: text) else {
            let hint = remedy(for: text, among: W.spellings)
            throw CaseworkError(.usage, "unknown word \(quoted(text))", hint: hint)
        }
        return word
    }

    /// A date.
    package static func date(_ text: String) throws(CaseworkError) -> EDTFDate {
        try EDTFDate(asked: text)
    }

    /// A date for a clock; `today` is the current day in UTC.
    package static func day(_ text: String) throws(CaseworkError) -> EDTFDate {
        try EDTFDate(onClock: text)
    }

    /// A JSON object.
    package static func object(_ text: String) throws(CaseworkError) -> JSONObject {
        do {
            if let object = try JSONValue(reading: Array(text.utf8)).object { return object }
        } catch {
            let place = "byte \(error.location.offset)"
            throw CaseworkError(
                .badJSON, "--data is not valid JSON: \(place): \(error.message)", hint: error.hint)
        }
        throw CaseworkError(
            .badJSON, "--data must be a JSON object", hint: "write {\"asset\": \"acme\"}")
    }
}

extension Named {
    /// An event.
    package static func event(_ text: String) throws(CaseworkError) -> EventReference {
        guard let reference = EventReference(text) else {
            guard Slug(text) == nil else {
                throw CaseworkError(
                    .usage, "\(quoted(text)) is a case, and an event is asked for",
                    hint: "write \(text)/KEY or \(text)#VERSION: cases timeline \(text) shows them")
            }
            throw CaseworkError(
                .usage, "\(quoted(text)) names no case and no event",
                hint: "write CASE, CASE/KEY, CASE#VERSION, actor/SLUG/registered, or the id")
        }
        return reference
    }
}

extension Named {
    /// Read models by their names; all of them if omitted.
    package static func projections(_ names: [String]) throws(CaseworkError) -> [Projection] {
        guard !names.isEmpty else { return Projection.all }
        let unknown = names.first { name in !Projection.all.contains { $0.name == name } }
        if let unknown {
            throw CaseworkError(
                .usage, "there is no read model \(quoted(unknown))",
                hint: remedy(for: unknown, among: Projection.all.map(\.name)))
        }
        return Projection.all.filter { names.contains($0.name) }
    }
}

extension Named {
    /// A position of the log, or an instant of transaction time.
    package static func knownAt(_ text: String) throws(CaseworkError) -> KnownAt {
        try KnownAt(onClock: text)
    }
}

extension Named {
    /// A single day.
    package static func singleDay(_ text: String) throws(CaseworkError) -> EDTFDate {
        let date = try day(text)
        guard let earliest = date.earliest, earliest == date.latest else {
            throw CaseworkError(
                .usage, "\(quoted(text)) is not a single day", hint: "write 2031-04-02, or today")
        }
        return date
    }

    /// A number of days: `30d`, `6w`.
    package static func days(_ text: String) throws(CaseworkError) -> Int64 {
        let units: [Character: Int64] = ["d": 1, "w": 7]
        guard let unit = text.last.flatMap({ units[$0] }), let count = Int64(text.dropLast()),
            (0...36_525).contains(count)
        else {
            throw CaseworkError(
                .usage, "\(quoted(text)) is not a number of days",
                hint: "write 30d for days or 6w for weeks, at most 36525d")
        }
        return count * unit
    }
}
