import Digest

/// What a log had recorded: its name, its size and the root of its tree (C2SP tlog-checkpoint).
public struct LogCheckpoint: Hashable, Sendable {
    /// The log's own name, one for all its checkpoints.
    public let origin: String
    /// The number of events.
    public let size: UInt64
    /// The root of the tree over them, 32 bytes.
    public let root: [UInt8]

    /// The checkpoint of a log.
    public init(origin: String, size: UInt64, root: [UInt8]) {
        (self.origin, self.size, self.root) = (origin, size, root)
    }

    /// The three lines that are signed, each ending in a line feed.
    public var text: String { "\(origin)\n\(size)\n\(root.base64)\n" }

    /// Parses a note's text; nil unless it has three lines or more, none of them empty.
    ///
    /// Further lines are signed but say nothing that is used here.
    public init?(noteText: String) {
        let lines = noteText.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
        guard lines.count >= 4, lines.last == "", !lines.dropLast().contains(""),
            let size = UInt64(decimal: lines[1]), let root = [UInt8](base64: lines[2]),
            root.count == 32
        else { return nil }
        self.init(origin: lines[0], size: size, root: root)
    }
}

/// A checkpoint with signatures, known or not.
public struct SignedCheckpoint: Equatable, Sendable, CustomStringConvertible {
    /// What was signed.
    public let checkpoint: LogCheckpoint
    /// The note, with its signatures.
    public let note: SignedNote

    /// The checkpoint signed by these keys.
    public init(_ checkpoint: LogCheckpoint, by keys: [SignerKey]) {
        self.checkpoint = checkpoint
        note = SignedNote(
            text: checkpoint.text, signatures: keys.map { $0.signature(of: checkpoint.text) })
    }

    /// Parses a signed note whose text is a checkpoint; nil for anything else.
    public init?(_ bytes: [UInt8]) {
        guard let note = SignedNote(bytes), let checkpoint = LogCheckpoint(noteText: note.text)
        else { return nil }
        (self.checkpoint, self.note) = (checkpoint, note)
    }

    /// The note as text.
    public var description: String { note.description }
}

extension UInt64 {
    /// The number that decimal digits write, without a sign and without leading zeros.
    init?(decimal text: String) {
        guard let number = UInt64(text), String(number) == text else { return nil }
        self = number
    }
}
