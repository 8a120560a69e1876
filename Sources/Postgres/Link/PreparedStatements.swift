/// The statements that the server has prepared for one session, by text and types.
struct PreparedStatements {
    /// What makes two statements one prepared statement.
    struct Shape: Hashable {
        let sql: [UInt8]
        let types: [UInt32]
    }

    /// How many one session keeps; each holds memory in the server.
    static let capacity = 100

    private var names: [Shape: String] = [:]
    private var count = 0

    /// Whether all must be dropped before another is prepared.
    var isFull: Bool { names.count >= Self.capacity }

    /// The name of the statement of this shape, where there is one.
    func name(of shape: Shape) -> String? { names[shape] }

    /// A name that no statement of this session has had.
    mutating func freshName() -> String {
        count += 1
        return "cases_\(count)"
    }

    /// Remembers a statement that the server has prepared.
    mutating func remember(_ shape: Shape, as name: String) { names[shape] = name }

    /// Forgets all.
    mutating func forgetAll() { names = [:] }
}
