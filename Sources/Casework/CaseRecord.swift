package import CaseModel
package import EventLog

/// An open workspace: one independent record, and the use cases that commands and pages share.
package struct CaseRecord: Sendable {
    /// The log that everything is read from and written to.
    package let log: EventLog

    /// The record that a log holds.
    package init(log: EventLog) { self.log = log }
}

extension EventLog {
    /// Runs a question to the log; its failures become failures of the use case.
    func reading<Answer>(
        _ question: (EventLog) async throws(EventLogError) -> Answer
    ) async throws(CaseworkError) -> Answer {
        do throws(EventLogError) {
            return try await question(self)
        } catch {
            throw CaseworkError(error)
        }
    }
}
