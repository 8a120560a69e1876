import CaseModel
import EventLog
import Testing

@Suite("What the log does not take")
struct RefusalTests {
    /// Bodies and types that are refused, each with a word of the reason.
    private static let malformed: [(type: String, body: String, reason: String)] = [
        ("control.taken", "[]", "body"),
        ("control.taken", "null", "body"),
        ("control.taken", #"{"key":5}"#, "key"),
        ("control.taken", #"{"key":null}"#, "key"),
        ("control.taken", #"{"key":"Not a slug"}"#, "key"),
        ("control.taken", #"{"key":"a-"}"#, "key"),
        ("control.taken", #"{"key":"\#(String(repeating: "k", count: 81))"}"#, "key"),
        ("control", "{}", "type"),
        ("Control.taken", "{}", "type"),
        ("control.taken\nbody: x", "{}", "type"),
    ]

    @Test("a malformed event is refused with its reason, alone and in a batch")
    func events() async throws {
        try await Scratch.use { scratch in
            for (type, body, reason) in Self.malformed {
                let event = NewEvent(
                    id: .random(), stream: .at("a"), type: type, body: Array(body.utf8))
                for attempt in [[event], [try .make(), event]] {
                    let message = await scratch.refusal(of: attempt, by: "anna")
                    #expect(message?.contains("its \(reason)") ?? false, "\(body) \(type)")
                    #expect(message?.contains(event.id.text) ?? false)
                }
            }
            for key in [String(repeating: "k", count: 80), "a", "0-1-a"] {
                _ = try await scratch.log.append([.make(key: key)], by: "anna")
            }
            #expect(try await scratch.count() == 3)
        }
    }

    @Test("what is refused does not show in the error")
    func discretion() async throws {
        try await Scratch.use { scratch in
            let event = NewEvent(
                id: .random(), stream: .at("a"), type: "note.added",
                body: Array(#"{"key":"Secret Name"}"#.utf8))
            let message = await scratch.refusal(of: [event], by: "anna")
            #expect(message?.contains("Secret") == false)
            let notJSON = NewEvent(
                id: .random(), stream: .at("a"), type: "note.added",
                body: Array("{Secret".utf8))
            await #expect(throws: EventLogError.self) {
                try await scratch.log.append([notJSON], by: "anna")
            }
        }
    }

    @Test("a body of 65,535 bytes is taken, one of 65,536 is not")
    func length() async throws {
        try await Scratch.use { scratch in
            let frame = #"{"summary":""}"#.utf8.count
            let longest = try NewEvent.make(note: String(repeating: "x", count: 65_535 - frame))
            #expect(longest.body.count == 65_535)
            _ = try await scratch.log.append([longest], by: "anna")
            let longer = try NewEvent.make(note: String(repeating: "x", count: 65_536 - frame))
            for attempt in [[longer], [try .make(), longer]] {
                let message = await scratch.refusal(of: attempt, by: "anna")
                #expect(message?.contains("65,535") ?? false)
            }
        }
    }

    @Test("a name is printable, and at most 100 bytes with its role")
    func names() async throws {
        try await Scratch.use { scratch in
            let room = 100 - "postgres/".utf8.count
            for name in [
                "", "an\nna", "an\u{7f}na", "an\u{85}na", String(repeating: "n", count: room + 1),
            ] {
                for attempt in [[try NewEvent.make()], [try .make(), try .make()]] {
                    let message = await scratch.refusal(of: attempt, by: name)
                    #expect(message?.contains("the name of who records") ?? false)
                }
            }
            _ = try await scratch.log.append(
                [.make()], by: String(repeating: "é", count: room / 2))
            #expect(try await scratch.count() == 1)
        }
    }
}

extension Scratch {
    /// What the log says of a malformed attempt; nil where it says anything else, or takes it.
    fileprivate func refusal(of attempt: [NewEvent], by name: String) async -> String? {
        do throws(EventLogError) {
            _ = try await log.append(attempt, by: name)
            return nil
        } catch {
            guard case .malformed(let message) = error else { return nil }
            return message
        }
    }
}
