import CLibCrypto

/// SHA-1 (FIPS 180-4), which UUIDv5 needs; nothing is protected by it.
public enum SHA1 {
    /// The 20 bytes of the digest of `bytes`.
    public static func digest(_ bytes: [UInt8]) -> [UInt8] {
        oneShot(algorithm, bytes, count: 20)
    }

    /// Fetched once and shared, as that of SHA-256.
    private nonisolated(unsafe) static let algorithm = EVP_MD_fetch(nil, "SHA1", nil)
}
