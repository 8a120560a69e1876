/// What an actor does in one event.
public enum Role: String, Word {
    case actor, target, affected, owner, asset, seller, buyer, provider, user, broker, participant
    case subject
}

/// An actor with its role in one event.
public struct Participant: FieldRecord, Hashable {
    /// What the actor does.
    public let role: Role
    /// Who.
    public let actor: ActorSlug

    /// Reads a role and an actor.
    public init(reading fields: inout FieldReader) {
        role = fields.required("role")
        actor = fields.required("actor")
    }
}
