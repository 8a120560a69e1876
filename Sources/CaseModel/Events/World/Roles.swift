public import CanonicalJSON

/// `role.changed`: a person gains or loses a role.
public struct RoleChanged: Payload {
    /// The person.
    public let person: ActorSlug
    /// The organisation.
    public let organisation: ActorSlug
    /// The role.
    public let role: String
    /// The change.
    public let how: RoleChange

    /// The name of the type as recorded.
    public static let type = "role.changed"
    /// A one-clause description, for `cases types`.
    public static let meaning = "Somebody gets or loses a role"
    /// Example fields.
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

/// `role.stated`: a person holds a role; since when is not stated.
public struct RoleStated: Payload {
    /// The person.
    public let person: ActorSlug
    /// The organisation.
    public let organisation: ActorSlug
    /// The role.
    public let role: String

    /// The name of the type as recorded.
    public static let type = "role.stated"
    /// A one-clause description, for `cases types`.
    public static let meaning = "Somebody holds a role; since when is not said"
    /// Example fields.
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
