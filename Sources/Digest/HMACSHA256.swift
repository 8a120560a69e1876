import CLibCrypto

/// HMAC with SHA-256 (RFC 2104, FIPS 198-1).
public enum HMACSHA256 {
    /// The 32 bytes that only the key and the message give.
    public static func code(of message: [UInt8], key: [UInt8]) -> [UInt8] {
        var code = [UInt8](repeating: 0, count: 32)
        var count: UInt32 = 0
        let made = HMAC(
            EVP_sha256(), key, Int32(key.count), message, message.count, &code, &count)
        // As for a digest: a code that went wrong must never be taken for one.
        precondition(made != nil && count == 32, "libcrypto could not compute a code")
        return code
    }
}
