import CanonicalJSON
import CaseModel
import Foundation

/// How far a subscriber is, in a file of its own: `cases.subscription/1`.
///
/// It moves behind what was done for an event: after a crash an event may come again, but none is
/// left out.
package struct Subscription: Sendable {
    private let path: String

    /// The subscription kept in a file.
    package init(file path: String) { self.path = path }

    /// Where the subscriber is; nil if the file does not exist yet.
    ///
    /// - Throws: An error for a file that is something else.
    package func place() throws(CaseworkError) -> LogPlace? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        guard let bytes = FileManager.default.contents(atPath: path),
            let json = try? JSONDocument(reading: Array(bytes)).root,
            json["schema"]?.string == "cases.subscription/1",
            let place = json["place"]?.string.flatMap({ LogPlace($0) })
        else {
            throw CaseworkError(
                .unreadable, "\(path) is not the file of a subscription",
                hint: "name another file, or remove this one and begin with --from POSITION")
        }
        return place
    }

    /// Moves the subscriber to a place.
    ///
    /// - Throws: An error if the file cannot be written.
    package func move(to place: LogPlace) throws(CaseworkError) {
        let json: JSONValue = [
            "schema": "cases.subscription/1", "place": .string(place.text),
        ]
        do { try OutputFile(path).write(Data(json.canonicalBytes() + [10])) } catch {
            throw cannotWrite(path)
        }
    }

    /// Runs `work` while no other process follows with this file; a process that ends frees it.
    package func whileLocked<Answer>(_ work: () async throws -> Answer) async throws -> Answer {
        try await FileLock(path: path + ".lock").whileHeld(
            unmade: cannotWrite(path + ".lock"),
            taken: CaseworkError(
                .tryAgain, "another process follows with \(path)",
                hint: "name another file: each subscriber has its own"), work)
    }

    /// The file of the events that could not be delivered, one JSON object a line.
    package var deadLetters: String { path + ".dead" }

    /// The lines of that file; empty if there is none.
    ///
    /// - Throws: An error if it is there and cannot be read.
    package func buried() throws(CaseworkError) -> String {
        guard FileManager.default.fileExists(atPath: deadLetters) else { return "" }
        guard let bytes = FileManager.default.contents(atPath: deadLetters) else {
            throw CaseworkError(
                .unreadable, "\(deadLetters) cannot be read", hint: "check its permissions")
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Adds an event that could not be delivered, with the reason.
    func bury(
        _ event: FollowedEvent, for receiver: Receiver, _ reason: String
    ) throws(CaseworkError) {
        let json: JSONValue = [
            "schema": "cases.dead-letter/1", "event_id": .string(event.id.text),
            "position": .integer(event.place.position), "reason": .string(reason),
            "to": .string(receiver.name),
        ]
        let line = Data(json.canonicalBytes() + [10])
        do {
            guard let handle = FileHandle(forWritingAtPath: deadLetters) else {
                return try OutputFile(deadLetters).write(line)
            }
            try handle.seekToEnd()
            try handle.write(contentsOf: line)
            try handle.synchronize()
            try handle.close()
        } catch {
            throw cannotWrite(deadLetters)
        }
    }

    private func cannotWrite(_ file: String) -> CaseworkError {
        CaseworkError(
            .cannotWrite, "\(file) cannot be written",
            hint: "check its folder and the room on its disk; the event will come again")
    }
}
