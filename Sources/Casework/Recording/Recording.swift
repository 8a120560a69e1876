package import CanonicalJSON
package import CaseModel
import Projections

/// The result of an append: the place in the log for each event.
package struct Recording: Sendable {
    /// One event of an append.
    package struct Line: Sendable {
        /// The reference to the event.
        package let event: EventReference
        /// Its id.
        package let id: EventID
        /// Its place in the log.
        package let position: Int64
        /// Its number in its stream.
        package let version: Int64
        /// Whether it is a duplicate.
        package let replayed: Bool
    }

    /// The events in the order given.
    package internal(set) var lines: [Line] = []
    /// The last position of the log.
    package internal(set) var head: Int64
    /// Remarks for the user, about the clock and about read models that could not be updated; nil
    /// if there are none.
    package internal(set) var remark: String?

    /// Adds a remark.
    mutating func add(remark further: String?) {
        let remarks = [remark, further].compactMap(\.self)
        remark = remarks.isEmpty ? nil : remarks.joined(separator: "\n")
    }

    /// How many events are new.
    package var newCount: Int { lines.count { !$0.replayed } }

    /// `cases.append/1`.
    package var json: JSONValue {
        [
            "schema": "cases.append/1",
            "recorded": .array(lines.map(\.json)),
            "head": .integer(head),
        ]
    }
}

extension Recording.Line {
    fileprivate var json: JSONValue {
        [
            "event": .string(event.description),
            "id": .string(id.text),
            "position": .integer(position),
            "version": .integer(version),
            "replayed": .bool(replayed),
        ]
    }
}
