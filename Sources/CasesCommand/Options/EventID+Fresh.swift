import CaseModel
import Casework
import Foundation

extension EventID {
    /// A new UUIDv7, for an event without a key.
    static func fresh() -> EventID {
        EventID(
            milliseconds: UInt64(Date.now.timeIntervalSince1970 * 1000),
            random: (0..<10).map { _ in UInt8.random(in: 0...255) })
    }

    /// The id that somebody gave to send the same event again; nil where none was given.
    static func given(_ text: String?) throws(CaseworkError) -> EventID? {
        guard let text else { return nil }
        guard let id = EventID(text) else {
            throw CaseworkError(.usage, "\(quoted(text)) is not a UUID", hint: "leave --id out")
        }
        return id
    }
}
