import ArgumentParser
import CanonicalJSON
import CaseModel
import Casework
import CommandSupport
import Foundation

/// The options of every command that amends a recorded event.
struct AmendingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Record only if the event's stream is at this version.", valueName: "n"))
    var expectVersion: Int64?

    @Option(
        help: ArgumentHelp(
            "The id of what is recorded, to send the same again.", valueName: "uuid"))
    var id: String?

    @OptionGroup var writing: WritingOptions

    /// Records the event built by `entry` with an id, given or new, and shows what changed.
    func amend(
        _ entry: (CaseRecord, EventID) async throws -> Entry
    ) async throws {
        let (id, fresh) = try ids()
        let record = try await writing.open()
        let entry = try await entry(record, id)
        guard !writing.dryRun else { return try await show(record, entry) }
        let amendment = try await record.corrector.amend(
            entry, by: writing.name, expecting: expectVersion
        ) {
            if let fresh { Console.complain(["id \(fresh)"]) }
        }
        try show(amendment)
    }

    /// The id of the event to record; returned a second time if it is new and must be shown.
    func ids() throws(CaseworkError) -> (id: EventID, fresh: EventID?) {
        if let given = try EventID.given(id) { return (given, nil) }
        let fresh = EventID.fresh()
        return (fresh, fresh)
    }

    private func show(_ record: CaseRecord, _ entry: Entry) async throws {
        let (draft, changes) = try await record.corrector.preview(entry, expecting: expectVersion)
        var answer = DraftView.answer([draft])
        answer["changes"] = .array(changes.flatMap(\.json))
        let lines = DraftView(draft: draft).lines + ChangesView(changes: changes).lines
        try Console.answer(.object(answer), isJSON: writing.json, lines)
    }

    private func show(_ amendment: Amendment) throws(CaseworkError) {
        try writing.show(amendment.recording)
        guard !writing.json else { return }
        try Console.show(ChangesView(changes: amendment.changes).lines)
    }
}

extension EventID {
    /// A new UUIDv7, for an event without a key.
    static func fresh() -> EventID {
        EventID(
            milliseconds: UInt64(Date.now.timeIntervalSince1970 * 1000),
            random: (0..<10).map { _ in UInt8.random(in: 0...255) })
    }

    /// The id given to resend the same event; nil if none was given.
    static func given(_ text: String?) throws(CaseworkError) -> EventID? {
        guard let text else { return nil }
        guard let id = EventID(text) else {
            throw CaseworkError(.usage, "\(quoted(text)) is not a UUID", hint: "leave --id out")
        }
        return id
    }
}
