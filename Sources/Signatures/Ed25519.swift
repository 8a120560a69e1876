import CLibCrypto

/// Ed25519 signatures (RFC 8032) by libcrypto.
public enum Ed25519 {
    /// A private key, the 32 bytes from which everything else is derived.
    public struct PrivateKey: Sendable {
        /// The 32 secret bytes.
        public let seed: [UInt8]

        /// The key with these 32 bytes; nil for any other number.
        public init?(seed: [UInt8]) {
            guard seed.count == 32 else { return nil }
            self.seed = seed
        }

        /// A new key from the random numbers of the operating system.
        public init() {
            var random = SystemRandomNumberGenerator()
            seed = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        }
    }

    /// A public key, 32 bytes.
    public struct PublicKey: Hashable, Sendable {
        /// The 32 bytes of RFC 8032, section 5.1.2.
        public let bytes: [UInt8]

        /// The key with these 32 bytes; nil for any other number.
        ///
        /// Whether they are a point of the curve shows when a signature is verified.
        public init?(_ bytes: [UInt8]) {
            guard bytes.count == 32 else { return nil }
            self.bytes = bytes
        }
    }
}

extension Ed25519.PrivateKey {
    /// The public key of this private one.
    public var publicKey: Ed25519.PublicKey {
        let key = handle
        defer { EVP_PKEY_free(key) }
        var (bytes, count) = ([UInt8](repeating: 0, count: 32), 32)
        let done = EVP_PKEY_get_raw_public_key(key, &bytes, &count)
        guard done == 1, let publicKey = Ed25519.PublicKey(bytes) else {
            preconditionFailure("libcrypto could not derive a public key")
        }
        return publicKey
    }

    /// The 64 bytes of the signature of a message; the same message always has the same.
    public func signature(of message: [UInt8]) -> [UInt8] {
        let (key, context) = (handle, EVP_MD_CTX_new())
        defer {
            EVP_MD_CTX_free(context)
            EVP_PKEY_free(key)
        }
        var (signature, count) = ([UInt8](repeating: 0, count: 64), 64)
        let done =
            EVP_DigestSignInit(context, nil, nil, nil, key) == 1
            && EVP_DigestSign(context, &signature, &count, message, message.count) == 1
        // As with a digest: a signature that went wrong must never be taken for one.
        precondition(done && count == 64, "libcrypto could not sign")
        return signature
    }

    private var handle: OpaquePointer? {
        EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, seed, seed.count)
    }
}

extension Ed25519.PublicKey {
    /// Whether this is a signature of the message by the private key of this public one.
    public func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        let key = EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nil, bytes, bytes.count)
        let context = EVP_MD_CTX_new()
        defer {
            EVP_MD_CTX_free(context)
            EVP_PKEY_free(key)
        }
        return EVP_DigestVerifyInit(context, nil, nil, nil, key) == 1
            && EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
    }
}
