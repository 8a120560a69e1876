public import CanonicalJSON

/// `ownership.stated`: who owns what, or that the owner is undisclosed.
public struct OwnershipStated: Payload {
    /// What is owned.
    public let asset: ActorSlug
    /// The owner, as far as stated.
    public let ownership: Ownership

    /// The name of the type as recorded.
    public static let type = "ownership.stated"
    /// A one-clause description, for `cases types`.
    public static let meaning = "Who owns what: an owner, or undisclosed: true"
    /// Example fields.
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

    private static let clarity: [MemberRule] = [
        .anyOf(["owner", "undisclosed"]), .isTrue("undisclosed"), .needs("owner", "direct"),
        .needs("direct", "owner"), .needs("share", "owner"), .excludes("owner", "undisclosed"),
    ]

    /// A value that could not be read has its own fault; the other values must still be consistent.
    private static func refuseUnclear(_ undisclosed: Bool?, _ fields: inout FieldReader) {
        let isOwned = ["owner", "direct"].allSatisfy { fields.gives($0) }
        let isPartlyOwned = ["owner", "share", "direct"].contains { fields.gives($0) }
        let isUndisclosed = fields.gives("undisclosed")
        let isClear = isUndisclosed ? !isPartlyOwned && undisclosed != false : isOwned
        fields.expect(
            clarity, holds: isClear, at: "asset", "whose it is is not clear",
            hint: "give owner and direct (yes, no, unknown), or undisclosed: true")
    }
}

/// What a source says about ownership.
public enum Ownership: Hashable, Sendable {
    /// An owner, with a share if the source gives one.
    case owned(by: ActorSlug, share: Share?, direct: Directness)
    /// The source says that the owner is not disclosed.
    case undisclosed
}

/// Whether an owner holds something directly or through others.
public enum Directness: String, Word {
    case yes, no, unknown
}
