/// Why bytes are not a document, where, and what to do.
///
/// Its texts quote no more of the document than a short member name or one character's number:
/// what an event says never reaches a log.
public struct JSONFault: Error, Sendable, Hashable {
    /// Where the fault begins.
    public let location: JSONLocation
    /// What is wrong.
    public let reason: Reason

    /// What is wrong, in words.
    public var message: String { reason.message }

    /// What to do about it.
    public var hint: String { reason.hint }
}

extension JSONFault: CustomStringConvertible {
    /// Place, fault and remedy in one line.
    public var description: String {
        "line \(location.line), column \(location.column) (byte \(location.offset)): "
            + "\(message); \(hint)"
    }
}
