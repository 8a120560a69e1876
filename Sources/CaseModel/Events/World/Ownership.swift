public import CanonicalJSON

/// `ownership.stated`: who owns what, or that nobody says.
public struct OwnershipStated: Payload {
    /// What is owned.
    public let asset: ActorSlug
    /// Who owns it, as far as it is said.
    public let ownership: Ownership

    /// The type as it is recorded.
    public static let type = "ownership.stated"
    /// What the type says, for `cases types`.
    public static let meaning = "Who owns what: an owner, or undisclosed: true"
    /// Fields as somebody would write them.
    public static let example: JSONObject = [
        "asset": "acme", "owner": "lamp-holding", "share": "1/3", "direct": "unknown",
    ]

    /// Reads the fields: an owner with `direct`, or `undisclosed`, never both.
    public init(reading fields: inout FieldReader) {
        asset = fields.required("asset")
        let owner: ActorSlug? = fields.optional("owner")
        let share: Share? = fields.optional("share")
        let direct: Directness? = fields.optional("direct")
        let undisclosed: Bool? = fields.optional("undisclosed")
        switch (owner, direct, undisclosed) {
        case (let owner?, let direct?, nil):
            ownership = .owned(by: owner, share: share, direct: direct)
        case (nil, nil, true) where share == nil:
            ownership = .undisclosed
        default:
            ownership = .undisclosed
            OwnershipStated.refuseUnclear(undisclosed, &fields)
        }
    }

    /// A value that could not be read has its own fault; what is given must still fit together.
    private static func refuseUnclear(_ undisclosed: Bool?, _ fields: inout FieldReader) {
        let isOwned = ["owner", "direct"].allSatisfy { fields.gives($0) }
        let isPartlyOwned = ["owner", "share", "direct"].contains { fields.gives($0) }
        let isUndisclosed = fields.gives("undisclosed")
        guard isUndisclosed ? isPartlyOwned || undisclosed == false : !isOwned else { return }
        let hint = "give owner and direct (yes, no, unknown), or undisclosed: true"
        fields.refuse("asset", "whose it is is not clear", hint: hint)
    }
}

/// What a source says about an owner.
public enum Ownership: Hashable, Sendable {
    /// Somebody owns it, perhaps a share that the source gives.
    case owned(by: ActorSlug, share: Share?, direct: Directness)
    /// The source says that the owner is not disclosed.
    case undisclosed
}

/// Whether an owner holds something himself or through others.
public enum Directness: String, Word {
    case yes, no, unknown
}
