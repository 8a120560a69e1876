/// The positions from one to another, some at a time.
struct LogWindows: Sequence, Sendable {
    /// The position before the first.
    let after: Int64
    /// The last position; nothing if it is not behind `after`.
    let through: Int64

    /// How many events are held at a time.
    private static let size: Int64 = 1_000

    func makeIterator() -> AnyIterator<ClosedRange<Int64>> {
        var next = after + 1
        return AnyIterator {
            guard next <= through else { return nil }
            let last = Swift.min(through, next + LogWindows.size - 1)
            defer { next = last + 1 }
            return next...last
        }
    }
}
