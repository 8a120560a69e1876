import Digest

/// A place in the log behind an event: its position, and its leaf, by which a replaced event is
/// noticed.
package struct LogPlace: Hashable, Sendable {
    /// The position of the last event before this place; 0 before the first event.
    package let position: Int64
    /// The leaf of that event; nil if it is not known.
    package let leaf: [UInt8]?

    /// A place behind a position.
    package init(position: Int64, leaf: [UInt8]?) {
        (self.position, self.leaf) = (position, leaf)
    }

    /// Reads `POSITION` or `POSITION@LEAF`; nil for any other text.
    package init?(_ text: String) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard let position = Int64(parts[0]), position >= 0, parts.count <= 2 else { return nil }
        guard parts.count == 2 else {
            self.init(position: position, leaf: nil)
            return
        }
        guard let leaf = [UInt8](hexadecimal: String(parts[1])), leaf.count == 32, position > 0
        else {
            return nil
        }
        self.init(position: position, leaf: leaf)
    }

    /// `POSITION@LEAF`, or the position alone.
    package var text: String {
        leaf.map { "\(position)@\($0.hexadecimal)" } ?? String(position)
    }
}
