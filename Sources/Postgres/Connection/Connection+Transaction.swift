extension Connection {
    /// Runs `body` in a transaction: committed when it returns, rolled back when it throws.
    ///
    /// No other task's statement can come in between, for `body` cannot wait. Where the COMMIT
    /// itself is lost, the error says that the outcome is unknown.
    package func transaction<Result: Sendable>(
        _ body: @Sendable (isolated Connection) throws -> Result
    ) throws -> Result {
        try begin()
        do {
            let result = try body(self)
            try commit()
            return result
        } catch {
            rollBack()
            throw error
        }
    }

    private func begin() throws(PostgresError) {
        guard try link().isIdle else {
            throw .usage(message: "a transaction cannot begin inside another one")
        }
        _ = try link().ask("BEGIN")
    }

    /// Commits; refused where a statement has failed, for the server would roll back in silence.
    private func commit() throws(PostgresError) {
        guard try link().isInTransaction else {
            throw .server(
                ServerReport(.failedTransaction, "a statement of the transaction had failed"))
        }
        _ = try link().ask("COMMIT", .shielded)
    }

    /// Rolls back what is open; a session that is lost has been rolled back by the server.
    private func rollBack() {
        guard let link = try? link(), !link.isIdle else { return }
        _ = try? link.ask("ROLLBACK", .shielded)
    }
}
