/// One SQL object of a workspace: a table, a function, a trigger, a role or its privileges.
public struct SchemaObject: Sendable {
    /// Its file below `Schema`, without `.sql`: `functions/leaf`.
    public let name: String
    /// The file's bytes, UTF-8, with `:"workspace"` where the workspace is named.
    public let sql: [UInt8]

    /// The file's text for the schema that `identifier` names as SQL writes it, quoted.
    public func text(workspace identifier: String) -> String {
        String(decoding: sql, as: UTF8.self)
            .split(separator: #":"workspace""#, omittingEmptySubsequences: false)
            .joined(separator: identifier)
    }
}
