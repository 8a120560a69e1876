public import CanonicalJSON
public import CaseModel

/// The registration of an actor, a source, a measure or a list whose content was erased, so that only
/// its slug is known.
public struct ErasedRegistration: Hashable, Sendable {
    /// What was registered.
    public let stream: StreamName
    /// When and why it was erased; nil where that is not recorded.
    public let erasure: Erasure?

    init(_ event: Event) { (stream, erasure) = (event.stream, event.erasure) }

    /// The registration in one sentence without a full stop.
    public var sentence: String {
        let what = "what was registered as \(stream) was erased"
        return erasure.map { "\(what) on \($0.recordedAt.day): \($0.reason)" } ?? what
    }

    /// The JSON form in answers.
    public var json: JSONValue {
        var members: JSONObject = ["register": .string(stream.text)]
        if let erasure { members["erasure"] = erasure.json }
        return .object(members)
    }
}
