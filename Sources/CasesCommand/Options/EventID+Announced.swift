import CaseModel
import Foundation

extension EventID {
    /// A new UUIDv7 for an event without a key, said before it is sent: where the outcome is
    /// unknown, sending the event again with this id cannot record it twice.
    static func announced() -> EventID {
        let id = EventID(
            milliseconds: UInt64(Date.now.timeIntervalSince1970 * 1000),
            random: (0..<10).map { _ in UInt8.random(in: 0...255) })
        Console.complain(["id \(id)"])
        return id
    }
}
