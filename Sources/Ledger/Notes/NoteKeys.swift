import Digest
public import Signatures

/// What the signatures of a key say, and how they are made (C2SP signed-note, "Signature types").
public enum SignatureType: UInt8, Sendable {
    /// Ed25519 over the text of the note: the signature of a log.
    case ed25519 = 0x01
    /// Ed25519 over the text and a time: the cosignature of a witness (C2SP tlog-cosignature).
    case cosignature = 0x04
}

/// A public key that verifies signatures of notes (C2SP signed-note).
///
/// Its text is `NAME+ID+KEY`: the ID in eight hexadecimal digits, and in Base 64 the byte of the
/// signature type and the 32 bytes of the key.
public struct VerifierKey: Hashable, Sendable, CustomStringConvertible {
    /// The name of the key.
    public let name: KeyName
    /// The 32 bytes of the key.
    public let key: Ed25519.PublicKey
    /// What its signatures say.
    public let type: SignatureType

    /// The key with this name.
    public init(name: KeyName, key: Ed25519.PublicKey, type: SignatureType = .ed25519) {
        (self.name, self.key, self.type) = (name, key, type)
    }

    /// Parses the text of a key; nil if it has another form, or an ID that is not its own.
    public init?(_ text: String) {
        guard let (name, id, type, data) = keyParts(text), let key = Ed25519.PublicKey(data) else {
            return nil
        }
        self.init(name: name, key: key, type: type)
        guard self.id.hexadecimal == id else { return nil }
    }

    /// The first four bytes of SHA-256(name ‖ LF ‖ type ‖ key).
    public var id: [UInt8] {
        Array(SHA256.digest(Array("\(name)\n".utf8) + typedKey).prefix(4))
    }

    private var typedKey: [UInt8] { [type.rawValue] + key.bytes }

    /// The text of the key.
    public var description: String { "\(name)+\(id.hexadecimal)+\(typedKey.base64)" }
}

/// A private key that signs notes, with its name.
///
/// Its text is `PRIVATE+KEY+NAME+ID+SEED`, the form that programs for signed notes share.
public struct SignerKey: Sendable {
    /// The name of the key.
    public let name: KeyName
    private let key: Ed25519.PrivateKey

    /// A new key with this name.
    public init(name: KeyName) { (self.name, key) = (name, Ed25519.PrivateKey()) }

    /// Parses the text of a key; nil if it has another form, or an ID that is not its own.
    public init?(_ text: String) {
        guard text.hasPrefix(SignerKey.prefix),
            let (name, id, type, data) = keyParts(text.dropFirst(SignerKey.prefix.count)),
            type == .ed25519,
            let key = Ed25519.PrivateKey(seed: data)
        else { return nil }
        (self.name, self.key) = (name, key)
        guard verifier.id.hexadecimal == id else { return nil }
    }

    /// The public key that verifies its signatures.
    public var verifier: VerifierKey { VerifierKey(name: name, key: key.publicKey) }

    /// The text of the key, which is secret.
    public var secretText: String {
        let seed = ([SignatureType.ed25519.rawValue] + key.seed).base64
        return "\(SignerKey.prefix)\(name)+\(verifier.id.hexadecimal)+\(seed)"
    }

    /// The signature of a note's text.
    public func signature(of text: String) -> NoteSignature {
        NoteSignature(
            name: name.text, keyID: verifier.id, bytes: key.signature(of: Array(text.utf8)))
    }

    private static let prefix = "PRIVATE+KEY+"
}

/// The name, the ID, the signature type and the bytes of `NAME+ID+BASE64`.
private func keyParts(
    _ text: some StringProtocol
) -> (KeyName, id: String, SignatureType, [UInt8])? {
    // Base 64 has plus signs too; a name has none.
    let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let name = KeyName(parts[0]), let data = [UInt8](base64: parts[2]),
        let type = data.first.flatMap(SignatureType.init)
    else { return nil }
    return (name, String(parts[1]), type, Array(data.dropFirst()))
}
