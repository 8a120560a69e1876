import CanonicalJSON
package import CaseModel
import Digest
import EventLog
import Foundation
import Ledger

/// Events of a case with everything that proves them: they can be checked without a database and
/// without this program.
package struct Bundle: Sendable {
    let caseName: Slug
    let checkpoint: SignedCheckpoint
    let events: [BundledEvent]
    let proofs: [LogProof]
    /// The stored copies of sources that events in it name, by their digests.
    let copies: [(digest: SHA256Text, bytes: [UInt8])]
    /// The digests of copies that events name and that are not in the store of copies.
    package let missingCopies: [SHA256Text]
    /// How many events the checkpoint does not cover, so that they are left out.
    package let newerEvents: Int

    /// The positions of the events in it.
    package var positions: [Int64] { events.map(\.position) }

    /// Whether the content of an event is kept back.
    package var isPartial: Bool { events.contains { $0.content == .withheld } }

    /// The files, with their names in the folder; with a report on the case, as HTML, if there is one.
    package func files(report: String?) -> [(name: String, bytes: [UInt8])] {
        let lines = events.map { String(decoding: $0.json.canonicalBytes(), as: UTF8.self) + "\n" }
        var files = [
            ("README.txt", Array(readme.utf8)), ("checkpoint", Array("\(checkpoint)".utf8)),
            ("events.jsonl", Array(lines.joined().utf8)), ("verify.py", PackageResources.verify_py),
        ]
        files += proofs.map { proof in
            ("proofs/\(proof.inclusion.index + 1).tlog-proof", Array("\(proof)".utf8))
        }
        files += copies.map { ("sources/\($0.digest.text)", $0.bytes) }
        if let report { files.append(("report.html", Array(report.utf8))) }
        let sums = files.sorted { $0.0 < $1.0 }.map { name, bytes in
            "\(SHA256.digest(bytes).hexadecimal)  \(name)\n"
        }
        return files + [("SHA256SUMS", Array(sums.joined().utf8))]
    }

    private var readme: String {
        """
        Events of the case \(caseName) from the log \(checkpoint.checkpoint.origin), with proofs.

        To check them, with Python 3.9 or newer and nothing else:

            python3 verify.py PUBLIC-KEY

        Take the public key of the log from where its keeper publishes it, not from here.

        events.jsonl   the events as they are stored: header, salt, body (canonical JSON)
        checkpoint     the size and the root of the log, signed (C2SP tlog-checkpoint)
        proofs/        for each event the proof that it is in the log (C2SP tlog-proof)
        verify.py      checks all of this; it can be replaced by a program of your own
        sources/       copies of sources, each named by its SHA-256, as an event names it
        report.html    the case to be read, if it is there; nothing proves it
        SHA256SUMS     sha256sum --check SHA256SUMS

        What holds: each event was in the log when the checkpoint was signed, just as it is here, and
        none is missing between the first and the last one of a stream. What is not proved: that an
        event is true, and that nothing was recorded later.

        """
    }
}

extension SignedLog {
    /// The bundle of a case, with the registers that it refers to, as far as the newest checkpoint
    /// covers them.
    ///
    /// - Parameters:
    ///   - slug: The case.
    ///   - withheld: Events whose content is kept back.
    ///   - store: Where the copies of sources are.
    /// - Returns: The bundle.
    /// - Throws: An error if there is no such case, one of those events is not in the bundle, or a
    ///   copy is damaged.
    package func bundle(
        of slug: Slug, withholding withheld: [EventReference], copiesFrom store: CopyStore
    ) async throws -> Bundle {
        let checkpoint = try await newest()
        let reader = CaseReader(log: log)
        let streams = try await reader.streams(of: [slug], withLinked: false).own
        let all = try await log.events(of: streams.sorted(), through: nil)
        let stored = all.filter { $0.position <= Int64(checkpoint.checkpoint.size) }
        var hidden: Set<Int64> = []
        for name in withheld { hidden.insert(try await reader.stored(named: name).position) }
        guard hidden.isSubset(of: stored.map(\.position)), !stored.isEmpty else {
            throw CaseworkError(
                .notFound, "the checkpoint covers no such event of \(slug)",
                hint: "sign a new one: cases log sign --key FILE")
        }
        var proofs: [LogProof] = []
        for event in stored { proofs.append(try await proof(of: event, under: checkpoint)) }
        let events = stored.map { BundledEvent($0, isWithheld: hidden.contains($0.position)) }
        let (copies, missing) = try await store.copies(namedBy: events)
        return Bundle(
            caseName: slug, checkpoint: checkpoint, events: events, proofs: proofs, copies: copies,
            missingCopies: missing, newerEvents: all.count - stored.count)
    }
}

extension CopyStore {
    /// The copies that events name, and the digests of those that are not here.
    fileprivate func copies(
        namedBy events: [BundledEvent]
    ) async throws(CaseworkError) -> (
        found: [(digest: SHA256Text, bytes: [UInt8])], missing: [SHA256Text]
    ) {
        var (found, missing): ([(digest: SHA256Text, bytes: [UInt8])], [SHA256Text]) = ([], [])
        for text in Set(events.flatMap(\.namedCopies)).sorted() {
            guard let digest = try? SHA256Text(spelling: text) else { continue }
            if let bytes = try await bytes(of: digest) {
                found.append((digest, bytes))
            } else {
                missing.append(digest)
            }
        }
        return (found, missing)
    }
}
