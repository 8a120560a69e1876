package import CanonicalJSON
import Digest

/// `cases.log/1`: the size of the log and the root of its tree.
package struct LogHeadAnswer: Sendable {
    /// The number of events.
    package let size: UInt64
    /// The root in Base 64, as in checkpoints.
    package let root: String

    /// The head of a log now.
    package init(_ tree: LogTree) async throws {
        size = try await tree.size()
        root = try await tree.root(of: size).base64
    }

    /// The answer as JSON.
    package var json: JSONValue {
        ["schema": "cases.log/1", "size": .integer(Int64(size)), "root": .string(root)]
    }
}
