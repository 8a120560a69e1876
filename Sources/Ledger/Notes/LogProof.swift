import Digest

/// A file that proves without a connection that an event is in a log (C2SP tlog-proof).
public struct LogProof: Equatable, Sendable, CustomStringConvertible {
    /// The proof that the event's leaf stands in the tree of the checkpoint.
    public let inclusion: InclusionProof
    /// The checkpoint.
    public let checkpoint: SignedCheckpoint

    /// The proof of the event at an index.
    public init(index: UInt64, path: [[UInt8]], checkpoint: SignedCheckpoint) {
        inclusion = InclusionProof(
            index: index, size: checkpoint.checkpoint.size, path: path)
        self.checkpoint = checkpoint
    }

    /// Parses a proof; nil unless it has the form of the specification.
    ///
    /// Extra data are skipped, since nothing authenticates them.
    public init?(_ bytes: [UInt8]) {
        let parts = bytes.split(
            separator: 0x0a, maxSplits: LogProof.mostLines, omittingEmptySubsequences: false)
        guard let blank = parts.firstIndex(where: \.isEmpty) else { return nil }
        var lines = parts[..<blank].map { String(decoding: $0, as: UTF8.self) }[...]
        guard lines.popFirst() == LogProof.firstLine else { return nil }
        if let extra = lines.first, extra.hasPrefix("extra ") {
            guard [UInt8](base64: extra.dropFirst("extra ".count)) != nil else { return nil }
            lines.removeFirst()
        }
        guard let line = lines.popFirst(), line.hasPrefix("index "),
            let index = UInt64(decimal: String(line.dropFirst("index ".count)))
        else { return nil }
        let path = lines.compactMap { [UInt8](base64: $0) }.filter { $0.count == 32 }
        let note = parts[(blank + 1)...].joined(separator: [0x0a])
        guard path.count == lines.count, let checkpoint = SignedCheckpoint(Array(note)) else {
            return nil
        }
        self.init(index: index, path: path, checkpoint: checkpoint)
    }

    /// Whether it proves that a leaf is in the log whose checkpoints this key signs.
    public func proves(_ leaf: [UInt8], to key: VerifierKey) -> Bool {
        checkpoint.checkpoint.origin == key.name.text && checkpoint.note.isSigned(by: key)
            && inclusion.leads(from: leaf, to: checkpoint.checkpoint.root)
    }

    /// The text of the file.
    public var description: String {
        let path = inclusion.path.map { $0.base64 + "\n" }.joined()
        return "\(LogProof.firstLine)\nindex \(inclusion.index)\n\(path)\n\(checkpoint)"
    }

    private static let firstLine = "c2sp.org/tlog-proof@v1"
    /// The first line, the extra data, the index, 64 hashes and the empty line.
    private static let mostLines = 3 + 64 + 1
}
