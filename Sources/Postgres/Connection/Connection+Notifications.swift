extension Connection {
    /// Has the server pass on what is sent to a channel from now on.
    ///
    /// What was sent before is lost, and so is what is sent after the session: a notification may
    /// wake somebody, but nothing may hang on it. Behind a connection pooler none would come, and the
    /// server's session would go on listening for other clients: there nothing is done.
    package func listen(to channel: String) throws(PostgresError) {
        guard try !link().isPooled else { return }
        try execute("LISTEN \(identifier: channel)")
    }

    /// Waits until something is sent to a channel that is listened to, or the time is up.
    ///
    /// - Parameter timeout: how long, to within 50 milliseconds.
    /// - Returns: whether something was sent since the last wait, however often.
    /// - Throws: `.cancelled` where the task is, `.lost` where the session is.
    package func waitForNotification(_ timeout: Duration) throws(PostgresError) -> Bool {
        let link = try link()
        guard link.isIdle else {
            throw .usage(message: "inside a transaction no notification comes")
        }
        return try link.awaitNotification(until: .now + timeout)
    }
}
