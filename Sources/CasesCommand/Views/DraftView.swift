import CanonicalJSON
import CaseModel
import Digest
import Foundation

/// What would be recorded: the bytes, exact unless they go to a terminal, and their digest without
/// salt.
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

    /// One of the drafts of `cases.draft/1`.
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
