public import CanonicalJSON

/// The fields of one type of event.
public protocol Payload: FieldRecord, Hashable {
    /// The type as it is recorded: `control.taken`.
    static var type: String { get }
    /// What the type says, in a clause for `cases types`.
    static var meaning: String { get }
    /// The streams that it may stand in.
    static var streams: [StreamName.Kind] { get }
    /// Whether it needs a claim, or a reason why there is none.
    static var needsSupport: Bool { get }
    /// Whether only a claim will do, and no reason why there is none.
    static var needsClaim: Bool { get }
    /// Fields as somebody would write them.
    static var example: JSONObject { get }
}

extension Payload {
    /// World events stand in the stream of their case.
    public static var streams: [StreamName.Kind] { [.case] }
    /// World events are asked for support by a rule of their own.
    public static var needsSupport: Bool { false }
    /// Most types may say why there is no source.
    public static var needsClaim: Bool { false }
}
