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
    ///
    /// Without the lines of progress, which come or not as the machine is fast or slow.
    package var errors: String {
        let text = String(decoding: stderr, as: UTF8.self)
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.isProgress }.joined(separator: "\n")
    }
    /// The lines of standard output.
    package var lines: [String] {
        output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }
}

extension Substring {
    /// Whether the line tells how far a long piece of work is: `120 events read, 60 a second`.
    fileprivate var isProgress: Bool { contains(" events ") && hasSuffix(" a second") }
}
