/// One independent record with its own log: a PostgreSQL schema.
package struct Workspace: Hashable, Sendable {
    /// The schema's name: `[a-z][a-z0-9_]{0,30}`, not `pg_…`.
    package let name: String

    /// Creates the workspace with this name; nil if the name is invalid.
    package init?(_ name: String) {
        let bytes = Array(name.utf8)
        guard (1...31).contains(bytes.count), Workspace.isLetter(bytes[0]),
            bytes.allSatisfy(Workspace.isPartOfName), !bytes.starts(with: "pg_".utf8)
        else { return nil }
        self.name = name
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }

    private static func isPartOfName(_ byte: UInt8) -> Bool {
        isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || byte == UInt8(ascii: "_")
    }
}

extension Workspace: CustomStringConvertible {
    /// The name.
    package var description: String { name }
}
