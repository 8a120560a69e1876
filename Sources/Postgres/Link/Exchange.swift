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
    /// Whether the server was asked to stop it.
    var wasCancelled = false
}
