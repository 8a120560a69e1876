import Postgres

extension EventLog {
    /// Runs `attempt` until it succeeds, fails for good, or patience ends.
    ///
    /// That is safe because an append carries its ids: what was recorded by an attempt whose
    /// answer got lost is answered to the next as a replay.
    func persisting<Answer: Sendable>(
        _ attempt: @Sendable (isolated Connection) async throws(PostgresError) -> Answer
    ) async throws(EventLogError) -> Answer {
        let deadline = ContinuousClock.now + patience
        var pause = Duration.milliseconds(20)
        var outcomeUnknown = false
        while true {
            do throws(PostgresError) {
                return try await session.use(attempt)
            } catch {
                outcomeUnknown = outcomeUnknown || error.isOutcomeUnknown
                let next = ContinuousClock.now + pause
                guard mayPass(error), next < deadline, await slept(until: next) else {
                    throw verdict(error, outcomeUnknown)
                }
                pause = min(pause * 2, .seconds(1))
            }
        }
    }

    private func mayPass(_ error: PostgresError) -> Bool {
        switch error {
        case .lost, .unreachable: session.canReconnect
        case .server(let state, _): state.passes
        case .timeout, .cancelled, .decoding, .usage: false
        }
    }

    /// An attempt that may have been recorded outweighs how the last one failed.
    private func verdict(_ error: PostgresError, _ outcomeUnknown: Bool) -> EventLogError {
        guard outcomeUnknown, error.state.map(\.passes) ?? true else { return EventLogError(error) }
        return .tryAgain(error.description, outcomeUnknown: true)
    }

    /// Waits; false where the task was cancelled meanwhile.
    private func slept(until moment: ContinuousClock.Instant) async -> Bool {
        (try? await Task.sleep(until: moment, clock: .continuous)) != nil
    }
}
