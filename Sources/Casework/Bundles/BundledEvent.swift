import CanonicalJSON
import CaseModel
import Digest
import EventLog
import Ledger

/// An event in a bundle: its header, and its salt and body unless they are kept back or erased.
struct BundledEvent: Sendable {
    /// What a bundle has of an event's content.
    enum Content: Equatable, Sendable {
        case whole(salt: [UInt8], body: [UInt8])
        /// Kept back by the maker of the bundle.
        case withheld
        /// Erased from the record.
        case erased
    }

    let position: Int64
    /// The eight lines, as they are hashed.
    let header: String
    let content: Content

    /// A stored event; its content is kept back where that was asked for.
    init(_ event: StoredEvent, isWithheld: Bool) {
        position = event.position
        header = String(decoding: EventHeader(event).bytes, as: UTF8.self)
        content =
            if let salt = event.salt, let body = event.body {
                isWithheld ? .withheld : .whole(salt: salt, body: body)
            } else {
                .erased
            }
    }

    /// The leaf in the tree.
    var leaf: [UInt8] { MerkleTree.leafHash(of: Array(header.utf8)) }

    /// The digests of copies that it names: of a source as captured, or as corrected.
    var namedCopies: [String] {
        guard case .whole(_, let body) = content, let stream = HeaderText(header)?.stream,
            stream.hasPrefix("source/"), let document = try? JSONDocument(reading: body),
            document.isCanonical, let data = document.root["data"]
        else { return [] }
        return [data["sha256"]?.string, data["set"]?["data.sha256"]?.string].compactMap(\.self)
    }
}

extension BundledEvent {
    /// The event as a line of `events.jsonl`.
    var json: JSONValue {
        var members: JSONObject = [
            "position": .integer(position), "header": .string(header), "salt": .null,
            "body": .null,
        ]
        switch content {
        case .withheld: members["state"] = "withheld"
        case .erased: members["state"] = "erased"
        case .whole(let salt, let body):
            members["state"] = "whole"
            members["salt"] = .string(salt.hexadecimal)
            members["body"] = .string(String(decoding: body, as: UTF8.self))
        }
        return .object(members)
    }

    /// Parses such a line; nil unless it is in canonical form and has these members alone.
    init?(line: [UInt8]) {
        guard let document = try? JSONDocument(reading: line), document.isCanonical,
            let members = document.root.object, members.members.count == 5,
            let position = members["position"]?.integer, position > 0,
            let header = members["header"]?.string, let state = members["state"]?.string,
            let salt = members["salt"], let body = members["body"]
        else { return nil }
        switch (state, salt, body) {
        case ("withheld", .null, .null): content = .withheld
        case ("erased", .null, .null): content = .erased
        case ("whole", .string(let digits), .string(let text)):
            guard let salt = [UInt8](hexadecimal: digits) else { return nil }
            content = .whole(salt: salt, body: Array(text.utf8))
        default: return nil
        }
        (self.position, self.header) = (position, header)
    }
}

extension EventHeader {
    /// The header of a stored event.
    init(_ event: StoredEvent) {
        self.init(
            language: event.language, stream: event.stream, version: event.version,
            id: EventNumber(event.id.number), type: event.type, recordedAt: event.recordedAt.text,
            recordedBy: event.recordedBy, digest: event.digest)
    }
}
