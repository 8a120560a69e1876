#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A lock file that lets one process at a time work with another file.
struct FileLock: Sendable {
    /// The path of the lock file.
    let path: String

    /// Runs `work` while no other process holds the lock; a process that ends frees it.
    ///
    /// - Parameters:
    ///   - unmade: The error if the lock file cannot be made.
    ///   - taken: The error if another process holds the lock.
    ///   - work: What is done meanwhile.
    /// - Returns: What `work` returns.
    /// - Throws: `unmade`, `taken`, and any error of `work`.
    func whileHeld<Answer>(
        unmade: CaseworkError, taken: CaseworkError, _ work: () async throws -> Answer
    ) async throws -> Answer {
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw unmade }
        defer { close(file) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else { throw taken }
        return try await work()
    }
}
