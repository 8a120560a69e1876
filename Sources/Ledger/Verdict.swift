/// What a verification found: the tree over the whole log, and every problem with its position.
public struct Verdict: Equatable, Sendable {
    /// How many events there were.
    public let size: UInt64
    /// How many of them were erased: what they said cannot be checked any more, only that it was said.
    public let erased: UInt64
    /// The root of the tree over them in the order of their positions, 32 bytes.
    public let root: [UInt8]
    /// The first problems in the order of the log, at most `Verification.problemLimit`.
    public let problems: [Problem]
    /// How many problems there are beyond those.
    public let furtherProblems: Int

    /// Whether the log is as it was recorded, as far as it can tell by itself.
    public var holds: Bool { problems.isEmpty }
}
