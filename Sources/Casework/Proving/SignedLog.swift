package import CaseModel
import Digest
import EventLog
import Foundation
package import Ledger

/// The signed checkpoints of a log and what they prove, for a reader that trusts a key and remembers
/// what it saw.
package struct SignedLog: Sendable {
    let log: EventLog
    /// What this computer remembers of the log; nil if nothing is remembered.
    let memory: LogMemory?
    /// The key that must have signed; nil if signatures are not checked.
    let key: VerifierKey?
    /// The witnesses that must have cosigned.
    let witnesses: [VerifierKey]

    /// The tree of the log.
    package var tree: LogTree { LogTree(log: log) }

    /// The checkpoint that was last seen on this computer; nil if none was.
    package var remembered: LogCheckpoint? { memory?.checkpoint?.checkpoint }

    /// The newest signed checkpoint.
    ///
    /// - Throws: An error if there is none, it is not signed by the key, or it does not continue the
    ///   checkpoint that was last seen from this computer: that log went back or was rewritten.
    package func newest() async throws -> SignedCheckpoint {
        guard let note = try await log.newestCheckpoint() else { throw CaseworkError.noCheckpoint }
        let checkpoint = try checked(Array(note.utf8), from: "the newest checkpoint of the log")
        try await requireContinuation(to: checkpoint)
        return checkpoint
    }

    /// The proof that an event is covered by the newest checkpoint.
    package func proof(of name: EventReference) async throws -> LogProof {
        let event = try await CaseReader(log: log).stored(named: name)
        let checkpoint = try await newest()
        guard event.position <= checkpoint.checkpoint.size else {
            throw CaseworkError(
                .notFound,
                "event \(event.position) is newer than the last checkpoint, which covers "
                    + "\(checkpoint.checkpoint.size)",
                hint: "sign a new one: cases log sign --key FILE")
        }
        return try await proof(of: event, under: checkpoint)
    }

    /// The proof that a stored event is covered by a checkpoint whose size is at least its position.
    func proof(
        of event: StoredEvent, under checkpoint: SignedCheckpoint
    ) async throws -> LogProof {
        let index = UInt64(event.position) - 1
        let inclusion = try await tree.inclusion(of: index, in: checkpoint.checkpoint.size)
        guard inclusion.leads(from: event.leaf, to: checkpoint.checkpoint.root) else {
            throw CaseworkError.notOf(checkpoint.checkpoint)
        }
        return LogProof(index: index, path: inclusion.path, checkpoint: checkpoint)
    }

    /// The newest checkpoint with the proof that it continues an older one, which was saved.
    ///
    /// - Throws: An error if it does not continue that one.
    package func continuation(
        of old: SignedCheckpoint
    ) async throws -> (proof: ConsistencyProof, checkpoint: SignedCheckpoint) {
        let new = try await newest()
        guard old.checkpoint.origin == new.checkpoint.origin else {
            throw CaseworkError(
                .notConsistent,
                "the checkpoint is of the log \(quoted(old.checkpoint.origin)), not of "
                    + quoted(new.checkpoint.origin),
                hint: "choose the log with --db and --workspace")
        }
        guard old.checkpoint.size <= new.checkpoint.size else {
            throw CaseworkError.wentBack(to: new.checkpoint, from: old.checkpoint)
        }
        let proof = try await tree.consistency(
            from: old.checkpoint.size, to: new.checkpoint.size)
        guard proof.leads(from: old.checkpoint.root, to: new.checkpoint.root) else {
            throw CaseworkError.rewritten(since: old.checkpoint)
        }
        return (proof, new)
    }
}

extension SignedLog {
    /// The checkpoint in a file; its signature is verified if there is a key to verify it with.
    package func checkpoint(inFile path: String) throws -> SignedCheckpoint {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CaseworkError(
                .unreadable, "\(path) cannot be read",
                hint: "name a file with a saved checkpoint: cases log checkpoint > FILE")
        }
        return try checked(Array(data), from: path)
    }

    private func checked(_ bytes: [UInt8], from place: String) throws -> SignedCheckpoint {
        guard let checkpoint = SignedCheckpoint(bytes) else {
            throw CaseworkError(
                .badEvent, "\(place) is not a signed checkpoint",
                hint: "cases log checkpoint prints one")
        }
        if let key {
            guard checkpoint.checkpoint.origin == key.name.text, checkpoint.note.isSigned(by: key)
            else {
                throw CaseworkError(
                    .notConsistent, "\(place) is not signed by \(key)",
                    hint: "check the key; a signature by any other one says nothing")
            }
        }
        for witness in witnesses where !checkpoint.note.isSigned(by: witness) {
            throw CaseworkError(
                .notConsistent, "\(place) is not cosigned by \(witness)",
                hint: "check the key, or have it cosigned: cases log cosign")
        }
        return checkpoint
    }

    /// Requires that the log holds what a checkpoint covers and that the checkpoint continues the one
    /// that was last seen, and remembers it.
    private func requireContinuation(to new: SignedCheckpoint) async throws {
        let size = try await tree.size()
        guard size >= new.checkpoint.size else {
            throw CaseworkError.wentBack(to: size, from: new.checkpoint)
        }
        guard let memory else { return }
        if let seen = memory.checkpoint, seen != new {
            try await require(seen, and: new, in: memory)
            guard new.checkpoint.size >= seen.checkpoint.size else { return }
        }
        memory.remember(new)
    }

    /// Two checkpoints of one log are consistent, whichever of them is older: a signer that runs on
    /// another computer may add an older one later.
    private func require(
        _ seen: SignedCheckpoint, and new: SignedCheckpoint, in memory: LogMemory
    ) async throws {
        let (older, newer) =
            seen.checkpoint.size <= new.checkpoint.size
            ? (seen.checkpoint, new.checkpoint) : (new.checkpoint, seen.checkpoint)
        guard older.origin == newer.origin else {
            throw CaseworkError(
                .notConsistent,
                "the log is signed as \(quoted(new.checkpoint.origin)), and was as "
                    + quoted(seen.checkpoint.origin),
                hint: "ask its keeper; if it has a new name: cases db forget")
        }
        let size = try await tree.size()
        guard size >= newer.size else {
            throw memory.refuse(new, CaseworkError.wentBack(to: size, from: seen.checkpoint))
        }
        let proof = try await tree.consistency(from: older.size, to: newer.size)
        guard proof.leads(from: older.root, to: newer.root) else {
            throw memory.refuse(new, CaseworkError.rewritten(since: seen.checkpoint))
        }
    }
}

extension CaseworkError {
    static let noCheckpoint = CaseworkError(
        .notFound, "no checkpoint of the log was signed yet",
        hint: "cases log new-key NAME --out FILE makes a key, cases log sign --key FILE signs")

    static func notOf(_ checkpoint: LogCheckpoint) -> CaseworkError {
        CaseworkError(
            .notConsistent,
            "the log is not the one that its checkpoint of \(checkpoint.size) events was made from",
            hint: "cases verify finds what was changed")
    }

    static func wentBack(to new: LogCheckpoint, from old: LogCheckpoint) -> CaseworkError {
        wentBack(to: new.size, from: old)
    }

    static func wentBack(to size: UInt64, from old: LogCheckpoint) -> CaseworkError {
        CaseworkError(
            .notConsistent,
            "the log went back: a checkpoint of \(old.size) events is known, and now there are "
                + "\(size), or it is another log",
            hint: "cases verify --checkpoint FILE; if you restored a backup: cases db forget")
    }

    static func rewritten(since old: LogCheckpoint) -> CaseworkError {
        CaseworkError(
            .notConsistent,
            "the log was rewritten, or the checkpoint is of another log: its first events, up to "
                + "\(old.size), are not those of the checkpoint",
            hint: "cases verify --checkpoint FILE; if you restored a backup: cases db forget")
    }
}
