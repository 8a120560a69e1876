/// What a document may measure.
public struct JSONBounds: Sendable, Hashable {
    /// The most arrays and objects inside each other that any bounds allow.
    ///
    /// Reading, writing and comparing go down one call a level: this keeps them on the stack.
    public static let deepest = 256

    /// How many arrays and objects may stand inside each other; one at the root is the first.
    public var depth: Int {
        didSet { depth = min(depth, JSONBounds.deepest) }
    }

    /// How many bytes the document may have, whitespace included; nil for any number.
    public var bytes: Int?

    /// Bounds of a depth, at most `deepest`, and perhaps a length in bytes.
    public init(depth: Int = 32, bytes: Int? = nil) {
        self.depth = min(depth, JSONBounds.deepest)
        self.bytes = bytes
    }

    /// The bounds of an event as it comes in; its length is bounded in canonical form.
    public static let event = JSONBounds()
}
