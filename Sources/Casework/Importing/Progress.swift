import Dispatch

/// Tells how far a long piece of work is, once it has taken longer than two seconds.
package final class Progress {
    private let unit: String
    private let tell: (String) -> Void
    private let begun = DispatchTime.now()
    private var told: UInt64
    private var count = 0

    private static let interval: UInt64 = 2_000_000_000

    /// Progress of some work.
    ///
    /// - Parameters:
    ///   - unit: what is counted: `events read`.
    ///   - tell: takes a line for people.
    package init(unit: String, tell: @escaping (String) -> Void) {
        self.unit = unit
        self.tell = tell
        told = begun.uptimeNanoseconds
    }

    /// Counts some more; speaks at most every two seconds.
    package func advance(by count: Int) {
        self.count += count
        let now = DispatchTime.now().uptimeNanoseconds
        guard now - told >= Progress.interval else { return }
        told = now
        let milliseconds = Int((now - begun.uptimeNanoseconds) / 1_000_000)
        tell("\(self.count) \(unit), \(self.count * 1000 / milliseconds) a second")
    }
}
