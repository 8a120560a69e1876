package import CaseModel
package import EventLog

/// An open workspace, as some clocks show it: one independent record, and the use cases that
/// commands and pages share.
package struct CaseRecord: Sendable {
    /// The log that everything is read from and written to.
    package let log: EventLog
    /// The clocks that every answer is given by.
    package let clocks: Clocks

    /// The record that a log holds.
    package init(log: EventLog, clocks: Clocks = .none) {
        self.log = log
        self.clocks = clocks
    }
}
