package import EventLog

/// An open workspace: one independent record, and by what they do with it the use cases that commands
/// and pages share.
package struct CaseRecord: Sendable {
    /// The log of the workspace.
    package let log: EventLog
    /// Notes where the log ends after an append; nil where nothing is remembered of it.
    private let watch: LogWatch?

    /// The record that a log holds.
    package init(log: EventLog) { self.init(log: log, watch: nil) }

    /// The record that a log holds, with what is remembered of that log.
    init(log: EventLog, watch: LogWatch?) {
        self.log = log
        self.watch = watch
    }

    /// Answers questions.
    package var reader: CaseReader { CaseReader(log: log) }

    /// Records events.
    package var recorder: Recorder { Recorder(reader: reader, rebuilder: rebuilder) }

    /// Corrects and retracts events.
    package var corrector: Corrector { Corrector(recorder: recorder) }

    /// Brings read models up to date, and builds and checks them.
    package var rebuilder: Rebuilder { Rebuilder(log: log, watch: watch) }

    /// Proves the log.
    package var verifier: Verifier { Verifier(log: log) }
}
