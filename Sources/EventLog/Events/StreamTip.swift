package import CaseModel

/// Where a stream ends.
package struct StreamTip: Hashable, Sendable {
    /// The stream.
    package let stream: StreamName
    /// The version of its last event, which is how many it has.
    package let version: Int64
    /// The position of its last event.
    package let position: Int64
}
