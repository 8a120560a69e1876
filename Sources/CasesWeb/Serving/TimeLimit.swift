import Casework

/// Ends work that takes longer than a limit: its task is cancelled, and with it its statement.
///
/// - Parameters:
///   - limit: The limit.
///   - hint: What to do if it is exceeded.
///   - body: The work.
/// - Returns: What `body` returns.
/// - Throws: An error if the limit is exceeded, or what `body` throws.
func within<Answer: Sendable>(
    _ limit: Duration, hint: String, _ body: @escaping @Sendable () async throws -> Answer
) async throws -> Answer {
    try await withThrowingTaskGroup(of: Answer.self) { group in
        group.addTask { try await body() }
        group.addTask {
            try await Task.sleep(for: limit)
            throw CaseworkError(
                .tryAgain, "the answer took longer than \(limit.components.seconds) seconds",
                hint: hint)
        }
        defer { group.cancelAll() }
        guard let answer = try await group.next() else { throw CancellationError() }
        return answer
    }
}
