import Foundation

/// A child process that holds nothing of this one's but what it is given.
///
/// Foundation's `Process` gives every child a socket and takes the child for running as long as
/// somebody holds it: as a server does that was started by the child and outlives it.
struct Child {
    private let pid: pid_t

    /// Starts a program with no input, all output to one file descriptor, no other descriptor
    /// open, and no signal blocked, as they are on threads of Dispatch.
    static func start(_ words: [String], environment: [String], output: Int32)
        throws(ServerError) -> Child
    {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        redirect(&actions, to: output)

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        unblockSignals(&attributes)

        var pid: pid_t = 0
        let failure = withCStrings(words) { arguments in
            withCStrings(environment) { variables in
                posix_spawn(&pid, words[0], &actions, &attributes, arguments, variables)
            }
        }
        guard failure == 0 else {
            throw .cannotRun(tool: words[0], reason: String(cString: strerror(failure)))
        }
        return Child(pid: pid)
    }

    /// Sends the output there and closes the rest, where a number may well not be open.
    ///
    /// The numbers beyond the highest are for what other threads may be opening meanwhile.
    private static func redirect(_ actions: inout posix_spawn_file_actions_t, to output: Int32) {
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO)
        let open = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
        let highest = open?.compactMap { Int32($0) }.max() ?? 1023
        for descriptor in 3...(highest + 64) {
            posix_spawn_file_actions_addclose(&actions, descriptor)
        }
    }

    private static func unblockSignals(_ attributes: inout posix_spawnattr_t) {
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    }

    /// Waits for the process and gives its exit status, or 128 and the number of its signal; 255 where
    /// the system does not tell.
    func waitForEnd() -> Int32 {
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0 {
            guard errno == EINTR else { return 255 }
        }
        let signal = status & 0x7f
        return signal == 0 ? (status >> 8) & 0xff : 128 + signal
    }
}

/// Lends the strings to C as an array that ends in a null pointer.
private func withCStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
    let copies = strings.map { strdup($0) }
    defer { copies.forEach { free($0) } }
    return body(copies + [nil])
}
