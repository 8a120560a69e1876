package import Foundation

/// The built `cases`, run as a process of its own, as a user runs it.
package struct Program: Sendable {
    /// All that the process finds in its environment.
    package var environment: [String: String]
    /// The folder that it runs in; what it writes is kept there until it has ended.
    package let folder: URL

    /// A program that runs in `folder` and knows nothing but `environment` and where tools are.
    package init(environment: [String: String], folder: URL) {
        self.environment = environment.merging(["PATH": "/usr/bin:/bin"]) { given, _ in given }
        self.folder = folder
    }

    /// The executable: it lies beside the one that runs the tests.
    package static var executable: URL {
        get throws {
            let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
            let first = Bundle.main.executableURL ?? own
            let path = first.deletingLastPathComponent().appendingPathComponent("cases")
            guard FileManager.default.isExecutableFile(atPath: path.path) else {
                throw Missing(path: path.path)
            }
            return path
        }
    }

    /// Says that there is nothing to test.
    package struct Missing: Error, CustomStringConvertible {
        let path: String
        /// The place and the remedy.
        package var description: String { "no program at \(path): swift build --build-tests" }
    }

    /// Runs `cases` to its end.
    ///
    /// - Parameters:
    ///   - arguments: the words behind `cases`.
    ///   - input: what it reads on standard input; nothing unless given.
    /// - Returns: what it said, and its exit code.
    /// - Throws: `Missing` where the program has not been built, and what reading its output throws.
    package func run(_ arguments: [String], input: [UInt8] = []) async throws -> Outcome {
        try await start(arguments, input: input).outcome()
    }

    /// Runs `cases` to its end on a terminal.
    ///
    /// Standard error goes to a file, so that the two can be told apart.
    ///
    /// - Parameters:
    ///   - columns: how wide the terminal is; 0 where it does not say so.
    ///   - arguments: the words behind `cases`.
    /// - Returns: what it wrote to the terminal, and its exit code.
    /// - Throws: as `run` does, and where there is no terminal.
    package func run(onTerminal columns: Int, _ arguments: [String]) async throws -> Outcome {
        try await RunningProgram(
            try Program.executable, arguments, environment: environment, folder: folder, input: [],
            terminal: try PseudoTerminal(columns: columns, rows: 5)
        ).outcome()
    }

    /// Starts `cases` and returns at once.
    package func start(_ arguments: [String], input: [UInt8] = []) throws -> RunningProgram {
        try RunningProgram(
            try Program.executable, arguments, environment: environment, folder: folder,
            input: input)
    }

    /// Runs a line of the shell, in which `cases` is the program.
    package func run(shell line: String) async throws -> Outcome {
        try await start(shell: line).outcome()
    }

    /// Starts such a line and returns at once.
    package func start(shell line: String) throws -> RunningProgram {
        let beside = try Program.executable.deletingLastPathComponent().path
        let path = beside + ":" + (environment["PATH"] ?? "")
        return try RunningProgram(
            URL(fileURLWithPath: "/bin/bash"), ["-c", line],
            environment: environment.merging(["PATH": path]) { $1 }, folder: folder, input: [])
    }
}
