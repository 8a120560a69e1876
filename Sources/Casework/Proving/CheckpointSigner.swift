import CaseModel
import EventLog
package import Ledger
import Logging

/// Signs checkpoints of a log, and never two that are inconsistent.
///
/// The last one that was signed stands in a file of the signer, which a restored database cannot
/// change. It is on disk before the new one is published: a crash between the two leaves a checkpoint
/// that the next run publishes.
package struct CheckpointSigner: Sendable {
    let log: EventLog
    /// Every key signs each checkpoint; during a rotation these are the old and the new one.
    let keys: [SignerKey]
    let state: SignerState
    /// Whether the log may get another name than its newest checkpoint has.
    var mayRename = false

    private var tree: LogTree { LogTree(log: log) }

    /// Signs the log as it is now and adds the checkpoint to the workspace.
    ///
    /// - Returns: The newest checkpoint: the last one if nothing was recorded since.
    /// - Throws: An error if the log does not continue what was signed before; nothing is signed.
    package func sign() async throws -> SignedCheckpoint {
        try await state.whileLocked { try await signLocked() }
    }

    /// Signs whenever events were recorded, until the task is cancelled.
    ///
    /// A server that cannot be reached for a while is tried again at the next time.
    ///
    /// - Parameter interval: how long it sleeps between two looks.
    /// - Throws: An error if the log does not continue what was signed before.
    package func run(every interval: Duration) async throws {
        while !Task.isCancelled {
            do { _ = try await sign() } catch {
                let error = CaseworkError(error)
                guard !Task.isCancelled else { return }
                guard error.code == .tryAgain || error.code == .unreachable else { throw error }
                Logger.current.warning("not signed: \(error.message)")
            }
            try? await Task.sleep(for: interval)
        }
    }

    private func signLocked() async throws -> SignedCheckpoint {
        try await tree.integrate()
        let size = try await tree.size()
        let checkpoint = LogCheckpoint(
            origin: keys[0].name.text, size: size, root: try await tree.root(of: size))
        if let last = try state.last() { try await require(checkpoint, toContinue: last) }
        let newest = try await log.newestCheckpoint()
        try requireName(newest)
        let signed = SignedCheckpoint(checkpoint, by: keys)
        try state.write(signed)
        let note = signed.description
        if newest != note {
            try await log.addCheckpoint(note, size: Int64(size))
        }
        return signed
    }

    /// Readers refuse a log that changes its name, so that this happens on purpose only.
    private func requireName(_ newest: String?) throws(CaseworkError) {
        guard !mayRename, let newest,
            let name = SignedCheckpoint(Array(newest.utf8))?.checkpoint.origin,
            name != keys[0].name.text
        else { return }
        throw CaseworkError(
            .usage, "the log is signed as \(quoted(name)), not as \(quoted(keys[0].name.text))",
            hint: "a key that replaces another has its name; to begin under a new name: --rename")
    }

    private func require(
        _ new: LogCheckpoint, toContinue last: LogCheckpoint
    ) async throws {
        guard last.origin == new.origin else {
            throw CaseworkError(
                .usage,
                "\(state.path) is of the log \(quoted(last.origin)), not \(quoted(new.origin))",
                hint: "each log has a key and a file of its own: --state FILE")
        }
        guard last.size <= new.size else { throw CaseworkError.wentBack(to: new, from: last) }
        let proof = try await tree.consistency(from: last.size, to: new.size)
        guard proof.leads(from: last.root, to: new.root) else {
            throw CaseworkError.rewritten(since: last)
        }
    }
}
