import Digest

/// What a witness is sent: a checkpoint with the proof that it continues the one that the witness
/// signed last (C2SP tlog-witness, `add-checkpoint`).
public struct WitnessRequest: Equatable, Sendable, CustomStringConvertible {
    /// The proof, from the size that the witness knows.
    public let proof: ConsistencyProof
    /// The new checkpoint.
    public let checkpoint: SignedCheckpoint

    /// The request with a proof that ends at the size of the checkpoint.
    public init(_ proof: ConsistencyProof, _ checkpoint: SignedCheckpoint) {
        (self.proof, self.checkpoint) = (proof, checkpoint)
    }

    /// The body of the request.
    public var description: String {
        let path = proof.path.map { $0.base64 + "\n" }.joined()
        return "old \(proof.oldSize)\n\(path)\n\(checkpoint)"
    }
}
