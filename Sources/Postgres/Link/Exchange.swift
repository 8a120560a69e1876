/// What may end the wait for an answer.
enum Patience {
    /// The answer, or the cancellation of the task.
    case cancellable
    /// The answer alone: a COMMIT that is cancelled half-way helps nobody.
    case shielded
}

/// One statement under way.
struct Exchange {
    /// What may end the wait for its answer.
    let patience: Patience
    /// Whether it may have taken effect should no answer come.
    let outcomeUnknown: Bool
    /// Whether an answer is due, so that silence means something.
    var isAwaited = true
    /// Whether the server was asked to stop it.
    var wasCancelled = false
    /// When bytes last went either way.
    var lastSign = ContinuousClock.now
    /// When the server last said, over another session, that it is at work on the statement.
    var lastWord = ContinuousClock.now
}
