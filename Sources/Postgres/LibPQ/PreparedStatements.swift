/// The statements that the server has prepared for one session, by text and types.
///
/// A statement is prepared the second time it is run: unprepared, a statement that runs once saves
/// a round trip.
struct PreparedStatements {
    /// The key of a prepared statement.
    struct Shape: Hashable {
        let sql: [UInt8]
        let types: [UInt32]
    }

    /// How many one session keeps; each uses memory in the server.
    static let capacity = 100

    private var names: [Shape: String] = [:]
    private var seen: Set<Shape> = []
    private var count = 0
    /// Unique to this session: behind a pooler, a statement of the same name prepared by another
    /// session must not be run.
    private let prefix = "cases_" + String(UInt64.random(in: .min ... .max), radix: 36)

    /// Whether the session may prepare statements by name; nil if not known yet.
    var isAllowed: Bool?

    /// Whether all must be dropped before another is prepared.
    var isFull: Bool { names.count >= Self.capacity }

    /// The name of the prepared statement of this shape, if there is one.
    func name(of shape: Shape) -> String? { names[shape] }

    /// Whether a statement of this shape has been seen before; it is remembered from now on.
    mutating func isRepeated(_ shape: Shape) -> Bool {
        if seen.count > 10 * Self.capacity { seen = [] }
        return !seen.insert(shape).inserted
    }

    /// A name that no statement of any session has used.
    mutating func freshName() -> String {
        count += 1
        return "\(prefix)_\(count)"
    }

    /// Remembers a statement that the server has prepared.
    mutating func remember(_ shape: Shape, as name: String) { names[shape] = name }

    /// Forgets all.
    mutating func forgetAll() { names = [:] }
}
