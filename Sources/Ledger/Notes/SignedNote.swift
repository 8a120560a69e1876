import Digest
import Signatures

/// A text with signatures (C2SP signed-note).
public struct SignedNote: Equatable, Sendable {
    /// The largest note that is read, in bytes: more than enough for a hundred signatures.
    public static let limit = 1_000_000

    /// The signed text, which ends in a line feed.
    public let text: String
    /// The signatures in order, known or not.
    public let signatures: [NoteSignature]

    /// The note with a text that ends in a line feed.
    public init(text: String, signatures: [NoteSignature]) {
        (self.text, self.signatures) = (text, signatures)
    }

    /// Parses a note; nil unless it has the form of the specification.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count <= SignedNote.limit, let note = String(validating: bytes, as: UTF8.self),
            bytes.allSatisfy({ $0 >= 0x20 || $0 == 0x0a })
        else { return nil }
        // Scalar by scalar: a combining character would hide a line feed in its grapheme.
        let lines = note.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.last?.isEmpty == true,
            let blank = lines.dropLast().lastIndex(where: \.isEmpty), blank > 0
        else { return nil }
        let signatures = lines[(blank + 1)...].dropLast().map { NoteSignature(String($0)) }
        let known = signatures.compactMap(\.self)
        guard !known.isEmpty, known.count == signatures.count else { return nil }
        text = lines[..<blank].map { String($0) + "\n" }.joined()
        self.signatures = known
    }

    /// The note as text: its own text, an empty line, and the signatures.
    public var description: String {
        text + "\n" + signatures.map { "\($0)\n" }.joined()
    }

    /// Whether a key has signed the note; false also if any of its signatures is wrong, or if it has
    /// none.
    public func isSigned(by key: VerifierKey) -> Bool {
        let own = signatures.filter { $0.name == key.name.text && $0.keyID == key.id }
        return !own.isEmpty && own.allSatisfy { $0.isSignature(by: key, of: text) }
    }

    /// The note with further signatures.
    public func adding(_ more: [NoteSignature]) -> SignedNote {
        SignedNote(text: text, signatures: signatures + more)
    }
}

extension SignedNote: CustomStringConvertible {}

/// A signature line of a note: `— NAME BASE64`.
public struct NoteSignature: Equatable, Sendable, CustomStringConvertible {
    /// The name of the key.
    public let name: String
    /// The four bytes that tell keys of the same name apart.
    public let keyID: [UInt8]
    /// The signature, of as many bytes as its algorithm makes.
    public let bytes: [UInt8]

    /// The signature by a key.
    public init(name: String, keyID: [UInt8], bytes: [UInt8]) {
        (self.name, self.keyID, self.bytes) = (name, keyID, bytes)
    }

    /// Parses a line without its line feed; nil if it is not a signature line.
    public init?(_ line: String) {
        let parts = line.unicodeScalars.split(separator: " ", omittingEmptySubsequences: false)
            .map(String.init)
        guard parts.count == 3, parts[0] == "\u{2014}", let name = KeyName(parts[1]),
            let data = [UInt8](base64: parts[2]), data.count > 4
        else { return nil }
        self.name = name.text
        (keyID, bytes) = (Array(data.prefix(4)), Array(data.dropFirst(4)))
    }

    /// The line without a line feed.
    public var description: String { "\u{2014} \(name) \((keyID + bytes).base64)" }
}

extension NoteSignature {
    /// Whether this is the signature of a text by a key, of which it has name and ID.
    func isSignature(by key: VerifierKey, of text: String) -> Bool {
        switch key.type {
        case .ed25519: return key.key.verifies(bytes, of: Array(text.utf8))
        case .cosignature:
            guard let time = cosignedAt else { return false }
            let message = "cosignature/v1\ntime \(time)\n\(text)"
            return key.key.verifies(Array(bytes.dropFirst(8)), of: Array(message.utf8))
        }
    }

    /// When a witness says that it made this cosignature, in seconds since 1970 (POSIX): the first
    /// eight bytes, big-endian; nil if they cannot be a time.
    public var cosignedAt: Int64? {
        guard bytes.count == 72 else { return nil }
        return Int64(exactly: bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }
}
