package import CaseModel
package import EventLog

/// An open workspace, as some clocks show it: one independent record, and the use cases that
/// commands and pages share.
package struct CaseRecord: Sendable {
    /// The log that everything is read from and written to.
    package let log: EventLog
    /// The clocks that every answer is given by.
    package let clocks: Clocks
    /// The last position that is read; nil reads as far as the log goes at each statement.
    let position: Int64?
    /// Takes what cannot be read and is left out; where nil, what cannot be read is an error.
    package let omissions: Omissions?
    /// Notes where the log ends after an append; nil where nothing is remembered of it.
    let watch: LogWatch?

    /// The record that a log holds, read up to a position where one is given.
    package init(
        log: EventLog, clocks: Clocks = .none, position: Int64? = nil, omissions: Omissions? = nil
    ) {
        self.init(log: log, clocks: clocks, position: position, omissions: omissions, watch: nil)
    }

    /// The record that a log holds, with what is remembered of that log.
    init(
        log: EventLog, clocks: Clocks = .none, position: Int64? = nil, omissions: Omissions? = nil,
        watch: LogWatch?
    ) {
        self.log = log
        self.clocks = clocks
        self.position = position
        self.omissions = omissions
        self.watch = watch
    }
}
