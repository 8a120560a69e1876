import CLibPQ

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension Link {
    /// Sends what `send` sends and returns the server's answer to it.
    func exchange(
        _ patience: Patience, _ send: () -> Bool
    ) throws(PostgresError) -> Answer {
        if patience == .cancellable, Task.isCancelled { throw .cancelled }
        // What is lost inside a transaction is undone. Only the COMMIT, which is shielded, and a
        // statement outside any transaction leave a doubt.
        exchange = Exchange(
            patience: patience, outcomeUnknown: patience == .shielded || !isInTransaction)
        guard send() else { throw refusal(outcomeUnknown: false) }
        return try settle()
    }

    /// Waits until the server has said all; the answer is the last one, or the first failure.
    ///
    /// A failure may follow a success, as when a deferred constraint fails at the commit that ends
    /// the statement. A COPY is returned as soon as it has begun.
    func settle() throws(PostgresError) -> Answer {
        var chosen: Answer?
        while let answer = try nextAnswer() {
            if answer.isCopy { return answer }
            let isDecided =
                switch chosen {
                case .some(let answer): answer.isFailure
                case nil: false
                }
            if !isDecided { chosen = consume answer }
        }
        guard let chosen else { throw loss(outcomeUnknown: exchange.outcomeUnknown) }
        try requireStandby()
        guard chosen.isFailure else { return chosen }
        throw failure(chosen)
    }

    private func nextAnswer() throws(PostgresError) -> Answer? {
        while unsafe PQisBusy(handle) == 1 { try awaitInput() }
        guard let result = unsafe PQgetResult(handle) else { return nil }
        return unsafe Answer(owning: result)
    }

    /// Waits for bytes from the server and takes them in, and sends what is still to be sent.
    ///
    /// The wait is cut into short ones, after each of which the task is asked whether it was
    /// cancelled. So the request to cancel is sent by the one thread that knows that its own
    /// statement is still running, and can never hit the next one.
    func awaitInput() throws(PostgresError) {
        if exchange.patience == .cancellable, !exchange.wasCancelled, Task.isCancelled {
            exchange.wasCancelled = requestCancel()
        }
        let unsent = unsafe PQflush(handle)
        guard unsent >= 0 else { throw loss(outcomeUnknown: exchange.outcomeUnknown) }
        let events = Int16(unsent > 0 ? POLLIN | POLLOUT : POLLIN)
        var socket = unsafe pollfd(fd: PQsocket(handle), events: events, revents: 0)
        guard unsafe poll(&socket, 1, 50) != 0 else { return try checkSilence() }
        exchange.lastSign = .now
        guard unsafe PQconsumeInput(handle) == 1 else {
            throw loss(outcomeUnknown: exchange.outcomeUnknown)
        }
    }

    /// Waits until all that was handed to libpq has been sent.
    func awaitSent() throws(PostgresError) {
        while true {
            switch unsafe PQflush(handle) {
            case 0: return
            case 1: try awaitInput()
            default: throw loss(outcomeUnknown: exchange.outcomeUnknown)
            }
        }
    }
}
