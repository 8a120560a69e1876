package import CanonicalJSON
package import CaseModel
import EventLog
package import ListForms
import Projections

/// Compares editions of lists with the record.
package struct ListImporter: Sendable {
    let reader: CaseReader
}

extension CaseRecord {
    /// Compares editions of lists with the record.
    package var listImporter: ListImporter { ListImporter(reader: reader) }
}

/// What is to be recorded of an edition of a list.
package struct ListImport: Sendable {
    /// The entries, in their order.
    package let entries: [Entry]
    /// The version that the case must still have, so that no two imports are computed from the same
    /// state; empty if the edition is recorded.
    package let expecting: [StreamName: Int64]
    /// How many rows the file has.
    package let rowCount: Int
    /// How many of them no earlier edition stated.
    package let newCount: Int
    /// How many rows of the last edition the file does not state.
    package let unstatedCount: Int

    /// The counts, in one sentence.
    package var sentence: String {
        let rows = rowCount == 1 ? "1 row" : "\(rowCount) rows"
        return "\(rows), \(newCount) new, \(unstatedCount) no longer stated"
    }

    /// The counts for programs.
    package var json: JSONValue {
        [
            "stated": .integer(Int64(rowCount)), "new": .integer(Int64(newCount)),
            "no_longer_stated": .integer(Int64(unstatedCount)),
        ]
    }
}

extension ListImporter {
    /// What is to be recorded of an edition.
    ///
    /// - Parameters:
    ///   - edition: The edition.
    ///   - unstated: How many rows are no longer stated; nil for at most 2 percent.
    /// - Returns: The entries, and what they are counted by.
    /// - Throws: An error if the edition is not later than the last one, or if more rows would no
    ///   longer be stated than may.
    package func plan(_ edition: ListEdition, unstated: Int?) async throws -> ListImport {
        let record = try await reader.snapshot().record
        let history = try await ListHistory(of: edition, from: record)
        if let recorded = try await replay(of: edition, history) { return recorded }
        try requireLater(edition, than: history)
        let stated = Set(edition.rows.map { "listed-" + edition.form.key(ofRow: $0.id) })
        let last = history.statedLast
        let gone = last.filter { !stated.contains($0) }
        try await requireExpected(gone, of: last.count, unstated, history, edition)
        var entries = ListEntries(of: edition, after: history)
        try entries.addSource(after: history.last?.source.slug)
        if try await !record.exists(StreamName(.list, edition.list)) { try entries.addList() }
        if try await !record.exists(edition.stream) { try entries.openCase() }
        let new = try await add(edition.rows, to: &entries, history, record)
        for key in gone { try entries.addAbsence(key) }
        let version = try await reader.log.versions(of: [edition.stream])[edition.stream] ?? 0
        return ListImport(
            entries: entries.entries, expecting: [edition.stream: version],
            rowCount: edition.rows.count, newCount: new, unstatedCount: gone.count)
    }

    /// Adds what the rows say; returns how many are new.
    private func add(
        _ rows: [ListedRow], to entries: inout ListEntries, _ history: ListHistory,
        _ record: CaseReader
    ) async throws -> Int {
        let scheme = entries.edition.form.rawValue
        let actors = Registers(try await record.known(in: .actor)).actors
        var known: [String: Slug] = [:]
        for (slug, actor) in actors.sorted(by: { $0.key < $1.key }) {
            for id in actor.ids where id.scheme == scheme && known[id.id] == nil {
                known[id.id] = slug.slug
            }
        }
        var slugs = ActorSlugs(taken: try await reader.log.streams(.actor).map(\.stream.slug))
        var new = 0
        for row in rows {
            let key = "listed-" + entries.edition.form.key(ofRow: row.id)
            if let earlier = history.rows[key] {
                try entries.addClaim(key, of: row, party: earlier.party.slug)
                continue
            }
            new += 1
            let party = try known[row.id] ?? Slug(spelling: slugs.slug(for: row.name))
            if known[row.id] == nil { try entries.addActor(party, of: row) }
            try entries.addListing(key, of: row, party: party)
        }
        return new
    }

    /// What is to be recorded of an edition that is recorded: only its source, as a duplicate.
    private func replay(
        of edition: ListEdition, _ history: ListHistory
    ) async throws -> ListImport? {
        guard let source = history.sources[SourceSlug(edition.source)] else { return nil }
        guard source.sha256 == edition.digest, source.published == edition.date else {
            throw CaseworkError(
                .idConflict, "\(edition.source) is another edition of this list, or another file",
                .nothing, hint: "name this edition by another --source")
        }
        var entries = ListEntries(of: edition, after: history)
        try entries.addSource(after: source.reports?.slug)
        return ListImport(
            entries: entries.entries, expecting: [:], rowCount: edition.rows.count, newCount: 0,
            unstatedCount: 0)
    }

    private func requireLater(
        _ edition: ListEdition, than history: ListHistory
    ) throws(CaseworkError) {
        guard let last = history.last, last.date.isBefore(edition.date) != .yes else { return }
        throw CaseworkError(
            .badEvent,
            "edition \(edition.date.text) is not later than \(last.date.text), the edition of "
                + "\(last.source.slug)", .nothing,
            hint: "editions are imported in the order of their dates; into another case with --case"
        )
    }

    /// Throws if more rows would no longer be stated than may.
    private func requireExpected(
        _ gone: [String], of count: Int, _ expected: Int?, _ history: ListHistory,
        _ edition: ListEdition
    ) async throws {
        let isExpected = expected.map { $0 == gone.count } ?? (gone.count * 50 <= count)
        guard !isExpected else { return }
        let named = gone.prefix(10).compactMap { history.rows[$0]?.party.slug.text }
        let names = named.isEmpty ? "" : ": " + named.joined(separator: ", ")
        let more = gone.count > named.count ? " …" : ""
        throw CaseworkError(
            .badEvent,
            "\(gone.count) of \(count) rows that \(history.last?.source.slug.text ?? "") states "
                + "would no longer be stated\(names)\(more)", .nothing,
            hint: "if the file is complete, repeat with --unstated \(gone.count)")
    }
}

extension ListImporter {
    /// The entries of documents of the Federal Register: each is a source of its own.
    package func entries(of documents: FederalRegister) throws -> [Entry] {
        try documents.documents.map(Entry.source)
    }
}
