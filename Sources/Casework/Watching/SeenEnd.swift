import Digest
import EventLog

/// Where a log ended when it was last seen: a position, and the leaf of the event there.
struct SeenEnd: Hashable, Sendable {
    let position: Int64
    /// In hexadecimal.
    let leaf: String

    /// One line: the position, a blank, and the leaf.
    var line: String { "\(position) \(leaf)\n" }

    init(position: Int64, leaf: [UInt8]) {
        self.position = position
        self.leaf = leaf.hexadecimal
    }

    /// Reads such a line; nil for any other text.
    init?(line: String) {
        let words = line.split(whereSeparator: \.isWhitespace)
        guard words.count == 2, let position = Int64(words[0]), position > 0, words[1].count == 64
        else { return nil }
        self.position = position
        leaf = String(words[1])
    }

    /// What became of the log since, if it did more than grow; nil where it did not.
    ///
    /// A standby that ends earlier is behind: that tells nothing.
    func fork(in sighting: LogSighting) -> String? {
        if let now = sighting.leafBefore {
            return now.hexadecimal == leaf
                ? nil : "its event \(position) is not the one that was last read here"
        }
        guard !sighting.isStandby else { return nil }
        return "it ended at event \(position) when it was last read here, and now ends at "
            + "\(sighting.position)"
    }
}
