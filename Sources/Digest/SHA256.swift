import CLibCrypto

/// SHA-256 (FIPS 180-4).
public enum SHA256 {
    /// The 32 bytes of the digest of `bytes`.
    public static func digest(_ bytes: [UInt8]) -> [UInt8] {
        oneShot(algorithm, bytes, count: 32)
    }

    /// The 32 bytes of the digest of one byte and two texts behind each other.
    public static func digest(_ first: UInt8, _ second: [UInt8], _ third: [UInt8] = []) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(1 + second.count + third.count)
        bytes.append(first)
        bytes += second
        bytes += third
        return digest(bytes)
    }

    /// Fetched once: a look-up at each call takes as long as the digest of a short text.
    ///
    /// It is never changed or freed, and libcrypto may use it on any thread, so it is safe to share.
    private nonisolated(unsafe) static let algorithm = EVP_MD_fetch(nil, "SHA256", nil)
}

/// One digest over bytes that are all there.
///
/// EVP_Digest fails only where libcrypto cannot run at all (no memory, no provider). A digest that
/// went wrong must never be taken for one, so the program stops.
func oneShot(_ algorithm: OpaquePointer?, _ bytes: [UInt8], count: Int) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: count)
    let done = EVP_Digest(bytes, bytes.count, &digest, nil, algorithm, nil)
    precondition(done == 1, "libcrypto could not compute a digest")
    return digest
}
