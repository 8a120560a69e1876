package import CanonicalJSON
import CaseModel
import EventLog
import Foundation
package import Ledger
import Projections

/// Verifies that the log of one workspace is complete and unchanged.
package struct Verifier: Sendable {
    /// The log to verify.
    let log: EventLog
}

extension Verifier {
    /// Recomputes digests, headers, leaves and the root of the log from the stored events.
    ///
    /// Reads up to the head at the beginning; events that are appended meanwhile are ignored.
    package func verify(progress: ProgressLog) async throws -> Verdict {
        let end = try await log.end()
        var verification = Verification { stream, key in
            guard let stream = StreamName(stream), let key = Slug(key) else { return nil }
            return EventID(stream: stream, key: key).text
        }
        let last = end.lastPosition
        for start in stride(from: Int64(1), through: last, by: CaseReader.window) {
            let window = start...min(start + Int64(CaseReader.window) - 1, last)
            let events = try await CaseReader(log: log).events(at: window, gaps: .shown)
            for event in events { verification.check(LedgerEntry(event)) }
            progress.advance(by: events.count)
        }
        return verification.verdict(
            head: LedgerHead(
                rows: end.headRows, position: end.head, recordedAt: end.recordedAt?.text))
    }
}

extension LedgerEntry {
    fileprivate init(_ event: StoredEvent) {
        self.init(
            position: event.position,
            header: EventHeader(
                language: event.language, stream: event.stream, version: event.version,
                id: event.id.text, type: event.type, recordedAt: event.recordedAt.text,
                recordedBy: event.recordedBy, digest: event.digest),
            key: event.key, leaf: event.leaf, salt: event.salt,
            body: event.body.map { StoredBody(bytes: $0, key: .init($0)) })
    }
}

extension StoredBody.Key {
    /// The key in canonical JSON; JSON in any other form was not written by an append.
    fileprivate init(_ bytes: [UInt8]) {
        guard let json = try? JSONValue(reading: bytes), json.canonicalBytes() == bytes,
            let object = json.object
        else {
            self = .unreadable
            return
        }
        self = (object["key"]?.string).map { .named($0) } ?? .absent
    }
}

/// `cases.verify/1`: whether the log is unchanged.
package struct VerdictAnswer: Answer {
    /// The result of the verification.
    package let verdict: Verdict

    /// Creates an answer.
    package init(_ verdict: Verdict) { self.verdict = verdict }

    /// The root of the Merkle tree, encoded as in checkpoints.
    package var root: String { Data(verdict.root).base64EncodedString() }

    /// The answer as JSON, as documented.
    package var json: JSONValue {
        [
            "schema": "cases.verify/1",
            "ok": .bool(verdict.holds),
            "size": .integer(Int64(verdict.size)),
            "erased": .integer(Int64(verdict.erased)),
            "root": .string(root),
            "problems": .array(verdict.problems.map(\.json)),
            "further_problems": .integer(Int64(verdict.furtherProblems)),
        ]
    }
}

extension Problem {
    fileprivate var json: JSONValue {
        ["position": .integer(position), "problem": .string(kind.description)]
    }
}
