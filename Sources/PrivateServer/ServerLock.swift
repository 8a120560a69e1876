import Foundation

/// The lock that lets one process at a time start or stop the server.
enum ServerLock {
    /// Waits for the lock on this file, does the work, and lets go, as the end of a process does.
    static func whileHeld<Result>(
        on path: String, _ work: () async throws(ServerError) -> Result
    ) async throws(ServerError) -> Result {
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw .cannotWrite(path: path, reason: lastError()) }
        defer { close(file) }
        // No task may block a thread of the pool, so it is asked for again and again.
        while flock(file, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR else {
                throw .cannotWrite(path: path, reason: lastError())
            }
            try? await Task.sleep(for: .milliseconds(20))
        }
        return try await work()
    }
}
