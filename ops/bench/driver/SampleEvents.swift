import CaseModel
import EventLog

/// Made-up events of one writer, twenty a case.
///
/// Their bodies are one text but for the key, so that making them takes no time worth telling.
struct SampleEvents: Sendable {
    private let writer: String
    private let beforeKey: [UInt8]
    private let afterKey: [UInt8]
    private var made = 0

    private static let casesHave = 20

    /// A name that is not a slug, or a body in which no KEY stands.
    struct Misuse: Error {}

    /// The events of a writer, from the first.
    ///
    /// - Parameters:
    ///   - writer: a slug; no other writer of the log has it.
    ///   - body: canonical JSON of a `measure.imposed` with the word KEY for its key.
    /// - Throws: `Misuse` where there can be no such events.
    init(writer: String, body: String) throws(Misuse) {
        let parts = body.split(separator: "KEY", omittingEmptySubsequences: false)
        guard parts.count == 2, Slug(writer) != nil else { throw Misuse() }
        self.writer = writer
        (beforeKey, afterKey) = (Array(parts[0].utf8), Array(parts[1].utf8))
    }

    /// The next events.
    mutating func next(_ count: Int) -> [NewEvent] {
        (0..<count).compactMap { _ in next() }
    }

    private mutating func next() -> NewEvent? {
        defer { made += 1 }
        guard let name = Slug("\(writer)-\(made / SampleEvents.casesHave)"),
            let key = Slug("e\(made % SampleEvents.casesHave)")
        else { return nil }
        let stream = StreamName(.case, name)
        return NewEvent(
            id: EventID(stream: stream, key: key), stream: stream, type: "measure.imposed",
            body: beforeKey + Array(key.text.utf8) + afterKey)
    }
}
