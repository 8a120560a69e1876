import Ledger
import Testing

@Suite("Signed notes, checkpoints and proofs of C2SP")
struct NoteTests {
    /// The example of the first implementation of signed notes.
    static let publishedKey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    static let published = """
        If you think cryptography is the answer to your problem,
        then you don't know what your problem is.

        \u{2014} PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=

        """

    static let origin = KeyName("example.org/cases")

    @Test("a note that another program signed is read and verified")
    func published() throws {
        let note = try #require(SignedNote(Array(NoteTests.published.utf8)))
        let key = try #require(VerifierKey(NoteTests.publishedKey))
        #expect(note.isSigned(by: key))
        #expect(note.description == NoteTests.published)
        #expect(key.description == NoteTests.publishedKey)
    }

    @Test("the key of a witness has another ID than the same bytes as a key of a log")
    func witnessKey() throws {
        let log = try #require(VerifierKey(NoteTests.publishedKey))
        let witness = VerifierKey(name: log.name, key: log.key, type: .cosignature)
        #expect(witness.id != log.id && witness != log)
        #expect(VerifierKey(witness.description) == witness)
        // The byte of another type, with the ID that is its own or not.
        #expect(VerifierKey(NoteTests.publishedKey.replacing("+ARpc", with: "+Ahpc")) == nil)
        let note = try #require(SignedNote(Array(NoteTests.published.utf8)))
        #expect(!note.isSigned(by: witness))
        #expect(note.signatures[0].cosignedAt == nil)
    }

    @Test("a note with any byte changed is not signed by its key, or is no note")
    func damaged() throws {
        let key = try #require(VerifierKey(NoteTests.publishedKey))
        let note = Array(NoteTests.published.utf8)
        for index in note.indices {
            var damaged = note
            damaged[index] ^= 0x01
            #expect(SignedNote(damaged)?.isSigned(by: key) != true, "byte \(index)")
        }
    }

    @Test(
        "what has not the form of a note is refused",
        arguments: [
            "", "\n", "text\n", "text\n\n", "\n\u{2014} a AAAAAAA=\n",
            "text\n\n\u{2014} a AAAAAAA=", "text\n\n\u{2014} a AAAAAA==\n",
            "text\n\n\u{2014} a b AAAAAAA=\n", "text\n\n- a AAAAAAA=\n",
            "text\n\n\u{2014} a+b AAAAAAA=\n", "text\n\n\u{2014}  AAAAAAA=\n",
            "te\tt\n\n\u{2014} a AAAAAAA=\n", "text\r\n\n\u{2014} a AAAAAAA=\n",
        ])
    func refused(text: String) {
        #expect(SignedNote(Array(text.utf8)) == nil)
    }

    @Test("bytes that are not UTF-8 are no note")
    func encoding() {
        #expect(SignedNote([0xff] + Array("\n\n\u{2014} a AAAAAAA=\n".utf8)) == nil)
    }

    @Test("a note may have empty lines, and signatures of unknown algorithms, which are kept")
    func unknown() throws {
        let text = "one\n\nthree\n\n\u{2014} example.org AAAAAAA=\n"
        let note = try #require(SignedNote(Array(text.utf8)))
        #expect(note.text == "one\n\nthree\n" && note.description == text)
    }

    @Test("a wrong signature by a known key refuses the note, beside a right one too")
    func wrongBesideRight() throws {
        let signer = SignerKey(name: try #require(NoteTests.origin))
        let (right, wrong) = (signer.signature(of: "a\n"), signer.signature(of: "b\n"))
        let note = SignedNote(text: "a\n", signatures: [right])
        #expect(note.isSigned(by: signer.verifier))
        #expect(!note.adding([wrong]).isSigned(by: signer.verifier))
        #expect(!SignedNote(text: "a\n", signatures: []).isSigned(by: signer.verifier))
    }

    @Test("keys are read back from their texts, and from no other")
    func keys() throws {
        let signer = SignerKey(name: try #require(NoteTests.origin))
        #expect(SignerKey(signer.secretText)?.verifier == signer.verifier)
        #expect(VerifierKey(signer.verifier.description) == signer.verifier)
        #expect(VerifierKey(signer.secretText) == nil)
        let text = signer.verifier.description
        #expect(VerifierKey(text + "A") == nil && VerifierKey(String(text.dropFirst())) == nil)
        #expect(SignerKey(signer.secretText.replacing("example", with: "sample")) == nil)
    }

    @Test(
        "a name has no space, plus or control character, and at most 255 bytes",
        arguments: [
            "", "a b", "a+b", "a\u{a0}b", "a\nb", "a\u{7f}b", String(repeating: "a", count: 256),
        ])
    func names(text: String) {
        #expect(KeyName(text) == nil)
    }

    @Test("a checkpoint is three lines, and is read back with its signatures")
    func checkpoint() throws {
        let signer = SignerKey(name: try #require(NoteTests.origin))
        let checkpoint = LogCheckpoint(
            origin: "example.org/cases", size: 8, root: MerkleTreeTests.roots[8])
        #expect(
            checkpoint.text == """
                example.org/cases
                8
                XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=

                """)
        let signed = SignedCheckpoint(checkpoint, by: [signer])
        let read = SignedCheckpoint(Array(signed.description.utf8))
        #expect(read == signed && signed.note.isSigned(by: signer.verifier))
    }

    @Test(
        "what is no checkpoint is refused",
        arguments: [
            "o\n8\n", "o\n08\nAA==\n", "o\n-1\nROOT\n", "o\n+8\nROOT\n", "\n8\nROOT\n",
            "o\n8\nROOT\n\nmore\n", "o\n8\nAAAA\n", "o\n18446744073709551616\nROOT\n", "o\n8\nROOT",
        ])
    func noCheckpoint(text: String) {
        let root = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
        #expect(LogCheckpoint(noteText: text.replacing("ROOT", with: root)) == nil)
        #expect(LogCheckpoint(noteText: "o\n8\n\(root)\nextension\n")?.size == 8)
    }

    @Test("a proof is a file that is read back, and proves its leaf to the log's key alone")
    func proof() throws {
        let signer = SignerKey(name: try #require(NoteTests.origin))
        let leaves = MerkleTreeTests.leaves.map { MerkleTree.leafHash(of: $0) }
        let checkpoint = LogCheckpoint(
            origin: "example.org/cases", size: 3, root: MerkleTreeTests.roots[3])
        let proof = LogProof(
            index: 2, path: leaves.roots(InclusionProof.ranges(of: 2, in: 3)),
            checkpoint: SignedCheckpoint(checkpoint, by: [signer]))
        let (key, text) = (signer.verifier, proof.description)
        // The hash of the path is the published node over the first two leaves.
        #expect(
            text.hasPrefix(
                """
                c2sp.org/tlog-proof@v1
                index 2
                +sVCA+fMaWzw38tCySodnbr3CtnmIfS9jZhmLwDjwSU=

                example.org/cases
                3

                """))
        #expect(LogProof(Array(text.utf8)) == proof)
        #expect(proof.proves(leaves[2], to: key) && !proof.proves(leaves[1], to: key))
        #expect(!proof.proves(leaves[2], to: SignerKey(name: key.name).verifier))
        let other = try #require(KeyName("example.org/other"))
        let renamed = LogProof(
            index: 2, path: proof.inclusion.path,
            checkpoint: SignedCheckpoint(checkpoint, by: [SignerKey(name: other)]))
        #expect(!renamed.proves(leaves[2], to: key))
        let extra = text.replacing("index", with: "extra QQ==\nindex")
        #expect(LogProof(Array(extra.utf8)) == proof)
    }

    @Test("a proof with any byte changed is none, or proves nothing")
    func damagedProof() throws {
        let signer = SignerKey(name: try #require(NoteTests.origin))
        let leaves = MerkleTreeTests.leaves.map { MerkleTree.leafHash(of: $0) }
        let checkpoint = LogCheckpoint(
            origin: "example.org/cases", size: 8, root: MerkleTreeTests.roots[8])
        let proof = LogProof(
            index: 5, path: leaves.roots(InclusionProof.ranges(of: 5, in: 8)),
            checkpoint: SignedCheckpoint(checkpoint, by: [signer]))
        let file = Array(proof.description.utf8)
        #expect(proof.proves(leaves[5], to: signer.verifier))
        for index in file.indices {
            var damaged = file
            damaged[index] ^= 0x01
            let proves = LogProof(damaged)?.proves(leaves[5], to: signer.verifier)
            #expect(proves != true, "byte \(index)")
        }
    }
}
