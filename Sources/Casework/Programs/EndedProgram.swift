import Subprocess
import SystemPackage

/// Another program of this computer that has run to its end: what it wrote, and how it ended.
struct EndedProgram: Sendable {
    /// Its exit status; nil if a signal ended it.
    let status: Int32?
    /// What it wrote to standard output.
    let output: [UInt8]
    /// What it wrote to standard error.
    let errors: String

    /// The exit status if there is no such program in `PATH`.
    static let notFound: Int32 = 127

    /// Runs a program without input and waits for its end.
    ///
    /// - Parameters:
    ///   - words: Its name and arguments.
    ///   - environment: Its environment; by default that of this process.
    ///   - limit: The most bytes that it may write.
    /// - Returns: How it ended.
    /// - Throws: An error if it cannot be started, or writes more.
    static func run(
        _ words: [String], environment: Environment = .inherit, limit: Int
    ) async throws -> EndedProgram {
        let ended = try await Subprocess.run(
            .path("/usr/bin/env"), arguments: Arguments(words), environment: environment,
            workingDirectory: "/", output: .bytes(limit: limit), error: .string(limit: 1 << 20))
        let status: Int32? =
            if case .exited(let code) = ended.terminationStatus { code } else { nil }
        return EndedProgram(
            status: status, output: ended.standardOutput, errors: ended.standardError)
    }
}
