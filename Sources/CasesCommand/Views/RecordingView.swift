import CanonicalJSON
import CaseModel
import Casework
import CommandSupport
import Digest
import Foundation
import Projections
import Wording

/// The result of an append, for people: one line per event, or a summary if there are many.
struct RecordingView {
    let recording: Recording

    /// The maximum number of lines.
    private static let most = 20

    var lines: [String] {
        let replayed = recording.lines.count - recording.newCount
        let duplicates = replayed == 1 ? "1 duplicate" : "\(replayed) duplicates"
        let sum = "\(recording.newCount) recorded, \(duplicates); head \(recording.head)"
        guard recording.lines.count <= RecordingView.most else { return [sum] }
        return recording.lines.map(line) + [sum]
    }

    private func line(_ line: Recording.Line) -> String {
        "\(line.replayed ? "duplicate" : "recorded") \(line.position)  \(line.event)"
    }
}

/// What would be recorded: the bytes, escaped only for a terminal, and their digest without salt.
struct DraftView {
    let draft: Draft

    private var body: String { String(decoding: draft.bytes, as: UTF8.self) }
    private var digest: String { SHA256.digest(draft.bytes).hexadecimal }

    var lines: [String] {
        [
            "\(draft.stream) \(draft.type.name) \(draft.id)",
            isatty(STDOUT_FILENO) == 1 ? plain(body) : body,
            "\(draft.bytes.count) bytes, SHA-256 \(digest)",
        ]
    }

    /// A draft in `cases.draft/1`.
    var json: JSONValue {
        [
            "stream": .string(draft.stream.text), "type": .string(draft.type.name),
            "id": .string(draft.id.text), "body": .object(draft.json),
            "bytes": .integer(Int64(draft.bytes.count)), "sha256": .string(digest),
        ]
    }

    /// `cases.draft/1`: what a writing command would record.
    static func answer(_ drafts: [Draft], duplicates: Int = 0) -> JSONObject {
        [
            "schema": "cases.draft/1",
            "drafts": .array(drafts.map { DraftView(draft: $0).json }),
            "duplicates": .integer(Int64(duplicates)),
        ]
    }
}

/// What recording files would do, for people.
struct ForesightView {
    let foresight: Foresight

    var lines: [String] {
        let (new, old) = (foresight.newCount, foresight.duplicateCount)
        let events = new == 1 ? "1 event" : "\(new) events"
        guard old > 0 else { return ["\(events) could be recorded; nothing was."] }
        let duplicates = old == 1 ? "1 duplicate" : "\(old) duplicates"
        return ["\(events) could be recorded, \(duplicates); nothing was recorded."]
    }
}

/// The changes in how events read, for people: by event and field.
struct ChangesView {
    let changes: [EventChange]

    var lines: [String] {
        guard !changes.isEmpty else { return ["No change: this is recorded already."] }
        var block = Block()
        for change in changes { add(change, to: &block) }
        return block.lines
    }

    private func add(_ change: EventChange, to block: inout Block) {
        switch change.effect {
        case .same: block.add("\(change.event)")
        case .lost: block.add("\(change.event) no longer counts")
        case .regained: block.add("\(change.event) counts again")
        }
        for field in change.fields {
            block.add(
                "\(field.path): \(field.words(field.old)) → \(field.words(field.new))", margin: 2)
        }
    }
}

extension FieldChange {
    /// A value of the field: text literally, lists and objects as JSON.
    fileprivate func words(_ value: JSONValue?) -> String {
        guard let value else { return path == "occurred" ? "undated" : "nothing" }
        return value.string ?? value.line
    }
}

/// The differences between files and the record, for people, and what was recorded of them.
struct DifferencesView {
    let differences: FileDifferences
    let recording: Recording
    let isRecorded: Bool

    var lines: [String] {
        let shown =
            differences.changes.isEmpty
            ? ["The files do not differ from the record."]
            : ChangesView(changes: differences.changes).lines
        return shown + (isRecorded ? RecordingView(recording: recording).lines : [sum])
    }

    private var sum: String {
        "corrections: \(differences.changes.count), new: \(differences.newCount); nothing was recorded"
    }
}

/// What lost its last support, and what only retellings support, for people: one line each.
struct UnsupportedView {
    let unsupported: [Assertion]
    let retold: [Retold]

    var lines: [String] { lost + resting }

    private var resting: [String] {
        guard !retold.isEmpty else { return [] }
        var block = Block()
        block.add("Supported only by sources that retell what was withdrawn:")
        for thing in retold {
            let sources = thing.sources.map(\.description).joined(separator: ", ")
            block.add("\(thing.assertion.words), by \(sources)", margin: 2)
        }
        return block.lines
    }

    private var lost: [String] {
        guard !unsupported.isEmpty else { return ["Nothing loses its last support."] }
        var block = Block()
        block.add("No longer supported; correct or retract each, or add a source:")
        for thing in unsupported { block.add(thing.words, margin: 2) }
        return block.lines
    }
}
