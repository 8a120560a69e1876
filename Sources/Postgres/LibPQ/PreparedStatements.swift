/// The statements that the server has prepared for one session, by text and types.
///
/// A statement is prepared when it comes a second time: one that runs once needs a round trip less
/// without.
struct PreparedStatements {
    /// What makes two statements one prepared statement.
    struct Shape: Hashable {
        let sql: [UInt8]
        let types: [UInt32]
    }

    /// How many one session keeps; each holds memory in the server.
    static let capacity = 100

    private var names: [Shape: String] = [:]
    private var seen: Set<Shape> = []
    private var count = 0
    /// Of one session alone: behind a pooler another's statement of the same name must not be run.
    private let prefix = "cases_" + String(UInt64.random(in: .min ... .max), radix: 36)

    /// Whether the session may prepare statements by name; nil where that is not known yet.
    var isAllowed: Bool?

    /// Whether all must be dropped before another is prepared.
    var isFull: Bool { names.count >= Self.capacity }

    /// The name of the statement of this shape, where there is one.
    func name(of shape: Shape) -> String? { names[shape] }

    /// Whether a statement of this shape has come before; it has from now on.
    mutating func isRepeated(_ shape: Shape) -> Bool {
        if seen.count > 10 * Self.capacity { seen = [] }
        return !seen.insert(shape).inserted
    }

    /// A name that no statement of any session has had.
    mutating func freshName() -> String {
        count += 1
        return "\(prefix)_\(count)"
    }

    /// Remembers a statement that the server has prepared.
    mutating func remember(_ shape: Shape, as name: String) { names[shape] = name }

    /// Forgets all.
    mutating func forgetAll() { names = [:] }
}
