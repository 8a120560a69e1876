import CanonicalJSON
import CaseModel
import ListForms
import Projections

/// Builds the entries by which an edition of a list is recorded.
struct ListEntries {
    let edition: ListEdition
    /// How many editions of the same date were withdrawn; their keys are taken.
    let withdrawnCount: Int
    /// The entries so far, in the order in which they are to be recorded.
    private(set) var entries: [Entry] = []

    /// Creates the entries of an edition, which follows what is recorded.
    init(of edition: ListEdition, after history: ListHistory) {
        self.edition = edition
        withdrawnCount = history.withdrawn.count { $0 == edition.date }
    }

    /// Records the file as a source; it retells the edition before it, so that two editions do not
    /// corroborate each other.
    mutating func addSource(after earlier: Slug?) throws {
        let title = "\(edition.form.title), edition of \(edition.date.text) (\(edition.list.text))"
        var data: JSONObject = [
            "title": .string(title), "publisher": .string(edition.form.publisher),
            "published": .string(edition.date.text), "sha256": .string(edition.digest.text),
        ]
        data["reports"] = earlier.map { .string($0.text) }
        try addFirst(of: StreamName(.source, edition.source), data: data)
    }

    /// Registers the list under the name of its form.
    mutating func addList() throws {
        try addFirst(
            of: StreamName(.list, edition.list), data: ["name": .string(edition.form.title)])
    }

    /// Opens the case under the name of the list.
    mutating func openCase() throws {
        try addFirst(of: edition.stream, data: ["title": .string(edition.form.title)])
    }

    /// Registers the party of a row.
    mutating func addActor(_ slug: Slug, of row: ListedRow) throws {
        var data: JSONObject = [
            "name": .string(row.name), "type": .string(row.type.rawValue),
            "ids": .object([edition.form.rawValue: .string(row.id)]),
        ]
        data["country"] = row.country.map { .string($0.code) }
        if !row.aliases.isEmpty { data["also"] = .array(row.aliases.map(JSONValue.string)) }
        try addFirst(of: StreamName(.actor, slug), data: data)
    }

    /// Records that a party is listed, by the file.
    mutating func addListing(_ key: String, of row: ListedRow, party: Slug) throws {
        var data: JSONObject = [
            "list": .string(edition.list.text), "party": .string(party.text),
        ]
        data["instrument"] = row.instrument.map(JSONValue.string)
        data["effect"] = row.effect.map(JSONValue.string)
        let origin = row.origin.map { ", as stated by \($0)" } ?? ""
        try add(
            "party.listed", key: key,
            [
                "occurred": .string(row.listed?.text ?? "[..\(edition.date.text)]"),
                "summary": .string("\(row.name) is on the list \(edition.form.title)\(origin)."),
                "actors": [["role": "target", "actor": .string(party.text)]],
                "claims": [claim(at: row.id, printed: row.printed)],
                "data": .object(data),
            ])
    }

    /// Records that the file states a listing that an earlier edition stated.
    mutating func addClaim(_ key: String, of row: ListedRow, party: Slug) throws {
        try add(
            "claim.added", key: suffixed("stated", key),
            [
                "claims": [claim(at: row.id, printed: row.printed)],
                "data": [
                    "event": .string("\(edition.case.text)/\(key)"), "field": "data.party",
                    "value": .string(party.text),
                ],
            ])
    }

    /// Notes that the file does not state a listing that the last edition stated.
    mutating func addAbsence(_ key: String) throws {
        try add(
            "note.added", key: suffixed("unstated", key),
            [
                "claims": [claim(at: nil, printed: nil)],
                "data": [
                    "event": .string("\(edition.case.text)/\(key)"),
                    "text": .string("no longer stated since \(edition.date.text)"),
                ],
            ])
    }

    /// The key of what this edition says about a row: `stated-2031-04-02-csl-17`.
    private func suffixed(_ word: String, _ key: String) -> String {
        let again = withdrawnCount > 0 ? "-\(withdrawnCount + 1)" : ""
        return "\(word)-\(edition.date.text)\(again)-\(key.dropFirst("listed-".count))"
    }

    private func claim(at place: String?, printed: String?) -> JSONValue {
        var claim: JSONObject = ["source": .string(edition.source.text)]
        claim["at"] = place.map(JSONValue.string)
        claim["printed"] = printed.map(JSONValue.string)
        return .object(claim)
    }

    private mutating func add(_ type: String, key: String, _ members: JSONObject) throws {
        var members = members
        members["key"] = .string(key)
        entries.append(
            Entry(
                stream: edition.stream, type: try EventType.known(type), id: nil, members: members,
                origin: .commandLine))
    }

    private mutating func addFirst(of stream: StreamName, data: JSONObject) throws {
        entries.append(try EventForm.first(of: stream, data: data))
    }
}

extension Entry {
    /// The entry by which a document of the Federal Register is recorded as a source.
    static func source(_ document: FederalRegister.Document) throws -> Entry {
        var data: JSONObject = [
            "title": .string(document.title), "publisher": "Federal Register",
            "published": .string(document.published.text),
        ]
        if !document.agencies.isEmpty { data["authors"] = .strings(document.agencies) }
        data["url"] = document.url.map(JSONValue.string)
        return try EventForm.first(of: StreamName(.source, document.slug), data: data)
    }
}
