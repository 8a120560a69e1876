import CLibPQ

extension Link {
    /// The error that a failed answer stands for.
    func failure(_ answer: borrowing Answer) -> PostgresError {
        guard let report = answer.report else {
            return refusal(outcomeUnknown: exchange.outcomeUnknown)
        }
        return report.state == .queryCanceled ? stopped(report.message) : .server(report)
    }

    /// 57014 stands for a time-out as for a cancellation: only the text tells them apart, and a
    /// server may speak another language than English, so our own requests are remembered.
    private func stopped(_ message: String) -> PostgresError {
        let byRequest = message == "canceling statement due to user request"
        return exchange.wasCancelled || byRequest ? .cancelled : .timeout
    }

    /// The error for what libpq itself refused or could not do.
    func refusal(outcomeUnknown: Bool) -> PostgresError {
        isAlive ? .usage(message: complaint) : loss(outcomeUnknown: outcomeUnknown)
    }

    /// The error for a session that broke.
    func loss(outcomeUnknown: Bool) -> PostgresError {
        .lost(
            message: "the connection to PostgreSQL was lost; open a new one and try again",
            outcomeUnknown: outcomeUnknown)
    }
}
