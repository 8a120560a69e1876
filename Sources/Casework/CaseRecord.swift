import CaseModel
package import EventLog

/// An open workspace: one independent record, and the use cases that commands and pages share.
package struct CaseRecord: Sendable {
    /// The log that everything is read from and written to.
    package let log: EventLog

    /// The record that a log holds.
    package init(log: EventLog) { self.log = log }
}
