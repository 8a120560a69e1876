public import CanonicalJSON

/// A type of event: its name, where it may stand, and how its fields are read.
///
/// A class, because there is one of each and every event points at its own.
public final class EventType: Sendable {
    /// The name as it is recorded: `control.taken`.
    public let name: String
    /// What the type says, in a clause.
    public let meaning: String
    /// The streams that it may stand in.
    public let streams: [StreamName.Kind]
    /// Whether it tells of the world rather than of the record.
    public let isWorld: Bool
    /// Whether it needs a claim, or a reason why there is none.
    public let needsSupport: Bool
    /// Whether only a claim will do: the event is what a source says.
    public let needsClaim: Bool
    /// The form of its `data`.
    public let shape: Shape
    /// The form of a whole body.
    public let bodyShape: Shape
    /// What of a body can name something.
    let namingShape: Shape
    /// `data` as somebody would write it.
    public let example: JSONObject

    let read: @Sendable (JSONView, inout Faults) -> Content?

    init<P: Payload>(_: P.Type, isWorld: Bool, _ wrap: @escaping @Sendable (P) -> Content) {
        name = P.type
        meaning = P.meaning
        streams = P.streams
        self.isWorld = isWorld
        needsSupport = isWorld || P.needsSupport || P.needsClaim
        needsClaim = P.needsClaim
        shape = P.shape
        bodyShape = EventBody.shape(data: shape)
        namingShape = bodyShape.naming ?? .any
        example = P.example
        read = { json, faults in P(json, faults: &faults).map(wrap) }
    }
}

extension EventType: Hashable {
    /// A type is its name.
    public static func == (left: EventType, right: EventType) -> Bool {
        left === right || left.name == right.name
    }

    /// A type is its name.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
