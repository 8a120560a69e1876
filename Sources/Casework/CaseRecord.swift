package import EventLog
package import Ledger

/// An open workspace: one independent record, with the use cases that commands and pages share,
/// grouped by what they do.
package struct CaseRecord: Sendable {
    /// The log of the workspace.
    package let log: EventLog
    /// Remembers the end of the log after an append; nil if it is not remembered.
    private let watch: LogWatch?

    /// Creates the record of a log.
    package init(log: EventLog) { self.init(log: log, watch: nil) }

    /// Creates the record of a log, with what is remembered about that log.
    init(log: EventLog, watch: LogWatch?) {
        self.log = log
        self.watch = watch
    }

    /// Answers queries.
    package var reader: CaseReader { CaseReader(log: log) }

    /// Records events.
    package var recorder: Recorder { Recorder(reader: reader, rebuilder: rebuilder) }

    /// Corrects and retracts events.
    package var corrector: Corrector { Corrector(recorder: recorder) }

    /// Erases the content of events.
    package var eraser: Eraser { Eraser(recorder: recorder) }

    /// Updates, rebuilds and checks the read models.
    package var rebuilder: Rebuilder { Rebuilder(log: log, watch: watch) }

    /// The tokens by which programs may record over HTTP.
    package var tokens: AccessTokens { AccessTokens(log: log) }

    /// Verifies the log.
    package var verifier: Verifier { Verifier(log: log) }

    /// The tree over the log.
    package var tree: LogTree { LogTree(log: log) }

    /// The signed checkpoints of the log; with a key of the log, or of witnesses, only those that
    /// all of them have signed are accepted.
    package func signedLog(
        _ key: VerifierKey? = nil, cosignedBy witnesses: [VerifierKey] = []
    ) -> SignedLog {
        SignedLog(log: log, memory: watch?.memory, key: key, witnesses: witnesses)
    }

    /// The signer with these keys, of which there is at least one, and its file.
    package func signer(
        _ keys: [SignerKey], _ state: SignerState, mayRename: Bool = false
    ) -> CheckpointSigner {
        CheckpointSigner(log: log, keys: keys, state: state, mayRename: mayRename)
    }
}
