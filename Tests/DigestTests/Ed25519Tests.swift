import Digest
import Signatures
import Testing

@Suite("Signatures by Ed25519")
struct Ed25519Tests {
    /// RFC 8032, section 7.1, tests 1 and 2.
    static let examples: [(seed: String, key: String, message: String, signature: String)] = [
        (
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bac"
                + "c61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
        ),
        (
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e"
                + "458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        ),
    ]

    @Test("are those of the standard's examples", arguments: examples)
    func published(
        seed: String, key: String, message: String, signature: String
    ) throws {
        let privateKey = try #require(Ed25519.PrivateKey(seed: bytes(seed)))
        #expect(privateKey.publicKey.bytes == bytes(key))
        #expect(privateKey.signature(of: bytes(message)) == bytes(signature))
        #expect(privateKey.publicKey.verifies(bytes(signature), of: bytes(message)))
    }

    @Test("of another message, by another key, or damaged in any bit are refused")
    func refusals() {
        let (key, message) = (Ed25519.PrivateKey(), Array("an event".utf8))
        let signature = key.signature(of: message)
        #expect(!key.publicKey.verifies(signature, of: Array("an Event".utf8)))
        #expect(!Ed25519.PrivateKey().publicKey.verifies(signature, of: message))
        for bit in 0..<512 {
            var damaged = signature
            damaged[bit / 8] ^= 1 << (bit % 8)
            #expect(!key.publicKey.verifies(damaged, of: message), "bit \(bit)")
        }
        #expect(!key.publicKey.verifies([], of: message))
        #expect(!key.publicKey.verifies(signature + [0], of: message))
    }

    @Test("have keys of 32 bytes, each made from new random numbers")
    func keys() {
        #expect(Ed25519.PrivateKey(seed: [UInt8](repeating: 1, count: 31)) == nil)
        #expect(Ed25519.PublicKey([UInt8](repeating: 1, count: 33)) == nil)
        #expect(Ed25519.PrivateKey().seed != Ed25519.PrivateKey().seed)
    }

    private func bytes(_ hexadecimal: String) -> [UInt8] {
        stride(from: 0, to: hexadecimal.utf8.count, by: 2).compactMap { index in
            UInt8(hexadecimal.dropFirst(index).prefix(2), radix: 16)
        }
    }
}
