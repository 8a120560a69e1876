import CLibPQ

extension Link {
    /// Waits until a notification has come, or the time is up; all that have come count as one.
    func awaitNotification(
        until deadline: ContinuousClock.Instant
    ) throws(PostgresError) -> Bool {
        // No statement is running, so none is to be cancelled with the task.
        exchange = Exchange(patience: .shielded, outcomeUnknown: false, isAwaited: false)
        while !takeNotifications() {
            guard isAlive else { throw loss(outcomeUnknown: false) }
            if Task.isCancelled { throw .cancelled }
            guard ContinuousClock.now < deadline else { return false }
            try awaitInput()
        }
        return true
    }

    /// Throws away the notifications that have come; false where there are none.
    private func takeNotifications() -> Bool {
        var isAny = false
        while let notification = unsafe PQnotifies(handle) {
            unsafe PQfreemem(notification)
            isAny = true
        }
        return isAny
    }
}
