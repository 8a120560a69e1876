/// What a run of a program left behind.
package struct Outcome: Sendable {
    /// Every byte of standard output.
    package let stdout: [UInt8]
    /// Every byte of standard error.
    package let stderr: [UInt8]
    /// The exit code; the signal's number where a signal ended it.
    package let exitCode: Int32
    /// Whether a signal ended it.
    package let wasKilled: Bool

    /// Standard output as text.
    package var output: String { String(decoding: stdout, as: UTF8.self) }
    /// Standard error as text.
    package var errors: String { String(decoding: stderr, as: UTF8.self) }
    /// Standard error without what tells progress: a slow machine has more of that.
    package var failure: String {
        errors.split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.hasSuffix(" a second") }.joined(separator: "\n")
    }
    /// The lines of standard output.
    package var lines: [String] {
        output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }
}
