import Postgres

extension EventLog {
    /// Runs `attempt` until it succeeds, fails for good, or patience ends.
    ///
    /// That is safe because an append carries its ids: what was recorded by an attempt whose
    /// answer got lost is answered to the next as a replay.
    func persisting<Answer: Sendable>(
        _ attempt: @Sendable (isolated Connection) async throws -> Answer
    ) async throws(EventLogError) -> Answer {
        var backoff = Backoff(for: patience)
        var outcomeUnknown = false
        while true {
            do {
                return try await session.use(retrying: .zero, attempt)
            } catch let error as PostgresError {
                outcomeUnknown = outcomeUnknown || error.isOutcomeUnknown
                guard mayPass(error), await backoff.wait(after: error.description) else {
                    throw verdict(error, outcomeUnknown)
                }
            } catch {
                throw EventLogError(error)
            }
        }
    }

    private func mayPass(_ error: PostgresError) -> Bool {
        switch error {
        case .lost: session.canReconnect
        case .unreachable(_, _, let passes): passes && session.canReconnect
        case .server(let report): report.state.passes
        case .timeout, .cancelled, .decoding, .usage: false
        }
    }

    /// An attempt that may have been recorded outweighs how the last one failed, unless the log says
    /// that it was not.
    private func verdict(_ error: PostgresError, _ outcomeUnknown: Bool) -> EventLogError {
        if outcomeUnknown, error.state?.isVerdictOfTheLog != true {
            return .tryAgain(error.description, .unknown)
        }
        guard case .tryAgain(let message, nil) = EventLogError(error) else {
            return EventLogError(error)
        }
        return .tryAgain(message, .nothing)
    }
}
