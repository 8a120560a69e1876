/// A moment of the recorded clock: UTC, in whole microseconds since 1970-01-01T00:00:00Z.
public struct Instant: Hashable, Sendable {
    /// Microseconds since 1970, negative before.
    public let microseconds: Int64

    /// The moment that many microseconds after 1970 began.
    public init(microseconds: Int64) { self.microseconds = microseconds }
}

extension Instant: Comparable {
    /// The earlier moment is the smaller.
    public static func < (left: Instant, right: Instant) -> Bool {
        left.microseconds < right.microseconds
    }
}
