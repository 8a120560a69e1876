import EventLog
import Foundation
package import Ledger

extension SignedLog {
    /// Has the newest checkpoint cosigned by a witness, and adds the cosigned one to the log.
    ///
    /// - Returns: The checkpoint with all its signatures; the one that there is if the witness has
    ///   cosigned it already.
    /// - Throws: An error if the witness refuses, or its cosignature is wrong.
    package func cosign(by witness: Witness) async throws -> SignedCheckpoint {
        let newest = try await newest()
        guard !newest.note.isSigned(by: witness.key) else { return newest }
        let lines = try await cosignatures(of: newest, by: witness)
        let own = lines.filter {
            $0.name == witness.key.name.text && $0.keyID == witness.key.id
        }
        let note = newest.note.adding(Array(own.prefix(1)))
        guard own.allSatisfy(\.isOfToday) else {
            throw CaseworkError(
                .notConsistent, "the cosignature of \(witness.key.name) is not from today",
                hint: "compare the clock of this computer with that of the witness")
        }
        guard note.isSigned(by: witness.key),
            let cosigned = SignedCheckpoint(Array(note.description.utf8))
        else {
            throw CaseworkError(
                .notConsistent, "the answer is not cosigned by \(witness.key)",
                hint: "check the key of the witness")
        }
        try await log.addCheckpoint(
            cosigned.description, size: Int64(cosigned.checkpoint.size))
        return cosigned
    }

    /// The signature lines of a witness, which is told from which size the checkpoint is proved.
    ///
    /// Only the witness knows what it cosigned last, and answers with it. Another signer may have it
    /// cosign something newer in between, so that is asked again a few times.
    private func cosignatures(
        of new: SignedCheckpoint, by witness: Witness
    ) async throws -> [NoteSignature] {
        var known: UInt64 = 0
        for _ in 0..<3 {
            guard known <= new.checkpoint.size else {
                throw CaseworkError(
                    .notConsistent,
                    "the witness at \(witness.address) has cosigned \(known) events, and the newest "
                        + "checkpoint covers \(new.checkpoint.size)",
                    hint: "cases verify --checkpoint FILE finds whether the log went back")
            }
            let proof = try await tree.consistency(from: known, to: new.checkpoint.size)
            switch try await witness.ask(WitnessRequest(proof, new)) {
            case .cosigned(let lines): return lines
            case .conflict(let size): known = size
            }
        }
        throw CaseworkError(
            .tryAgain, "the witness at \(witness.address) cosigns newer checkpoints all the time",
            hint: "run one signer, and ask again")
    }
}

extension NoteSignature {
    /// Whether the witness says that it cosigned within a day of now: clocks may differ a little.
    fileprivate var isOfToday: Bool {
        guard let time = cosignedAt else { return false }
        return abs(Double(time) - Date.now.timeIntervalSince1970) < 86_400
    }
}
