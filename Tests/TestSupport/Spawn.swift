import Foundation

/// How a process is started: by posix_spawn, for Foundation's `Process.run` fails now and then
/// where many start at once.
struct Spawn {
    /// The executable's path and its arguments.
    let words: [String]
    /// `NAME=VALUE`, all of them.
    let environment: [String]
    /// Where it runs.
    let folder: String
    /// The files that it reads and writes.
    let (input, output, errors): (String, String, String)

    init(
        words: [String], environment: [String], folder: String, input: String, output: String,
        errors: String
    ) {
        (self.words, self.environment, self.folder) = (words, environment, folder)
        (self.input, self.output, self.errors) = (input, output, errors)
    }

    /// Says why it could not be started.
    struct Failure: Error, CustomStringConvertible {
        let path: String
        let reason: String
        var description: String { "\(path) cannot be started: \(reason)" }
    }

    /// Starts it, with no descriptor open but its three, and no signal blocked.
    ///
    /// - Returns: The process's number.
    /// - Throws: `Failure`.
    func start() throws -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors, O_WRONLY, 0)
        // A number that is not open is closed without complaint.
        for descriptor in Int32(3)...1023 {
            posix_spawn_file_actions_addclose(&actions, descriptor)
        }

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))

        var id: pid_t = 0
        // env goes to the folder and becomes the program: the number stays.
        let line = ["/usr/bin/env", "--chdir", folder] + words
        let failure = Spawn.withCStrings(line) { arguments in
            Spawn.withCStrings(environment) { variables in
                posix_spawn(&id, line[0], &actions, &attributes, arguments, variables)
            }
        }
        guard failure == 0 else {
            throw Failure(path: words[0], reason: String(cString: strerror(failure)))
        }
        return id
    }

    private static func withCStrings<Answer>(
        _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Answer
    ) -> Answer {
        let copies = texts.map { strdup($0) }
        defer { copies.forEach { free($0) } }
        return body(copies + [nil])
    }
}
