public import CanonicalJSON

/// `role.changed`: somebody gets or loses a role.
public struct RoleChanged: Payload {
    /// Who.
    public let person: ActorSlug
    /// Where.
    public let organisation: ActorSlug
    /// As what.
    public let role: String
    /// What happens.
    public let how: RoleChange

    /// The type as it is recorded.
    public static let type = "role.changed"
    /// What the type says, for `cases types`.
    public static let meaning = "Somebody gets or loses a role"
    /// Fields as somebody would write them.
    public static let example: JSONObject = [
        "person": "jo-doe", "organisation": "acme", "role": "chief executive", "how": "suspended",
    ]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        person = fields.required("person")
        organisation = fields.required("organisation")
        role = fields.required("role")
        how = fields.required("how")
    }
}

/// `role.stated`: somebody holds a role; since when is not said.
public struct RoleStated: Payload {
    /// Who.
    public let person: ActorSlug
    /// Where.
    public let organisation: ActorSlug
    /// As what.
    public let role: String

    /// The type as it is recorded.
    public static let type = "role.stated"
    /// What the type says, for `cases types`.
    public static let meaning = "Somebody holds a role; since when is not said"
    /// Fields as somebody would write them.
    public static let example: JSONObject = [
        "person": "jo-doe", "organisation": "acme", "role": "founder",
    ]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        person = fields.required("person")
        organisation = fields.required("organisation")
        role = fields.required("role")
    }
}

/// What happens to a role.
public enum RoleChange: String, Word {
    case appointed, suspended, removed, reinstated
}
