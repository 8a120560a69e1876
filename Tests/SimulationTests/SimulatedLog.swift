import CanonicalJSON
import CaseModel

/// What a writer sends: an event, and the version at which it expects the stream.
struct Request {
    let id: EventID
    let stream: StreamName
    /// Which of all that is to be recorded it is.
    let intention: Int
    let expected: Int64?
}

/// What the log answers.
enum Answer: Equatable {
    case recorded(position: Int64)
    /// The stream is at another version.
    case conflict
}

/// The promises of `append`, one event at a time, in memory; without some of them if a bug is
/// planted.
struct SimulatedLog {
    /// The events in order of position.
    private(set) var events: [Event] = []
    /// The intention of each event.
    private(set) var intentions: [Int] = []
    let bug: Bug?

    /// Appends an event, or answers where it stands already.
    mutating func append(_ request: Request) throws -> Answer {
        if bug != .logForgetsIDs, let place = events.firstIndex(where: { $0.id == request.id }) {
            return .recorded(position: Int64(place + 1))
        }
        let version = version(of: request.stream, through: events.count)
        if bug != .logIgnoresVersions, let expected = request.expected, expected != version {
            return .conflict
        }
        events.append(try event(request, version: version + 1))
        intentions.append(request.intention)
        return .recorded(position: Int64(events.count))
    }

    /// The version of a stream, as far as its events stand at the first positions.
    func version(of stream: StreamName, through position: Int) -> Int64 {
        Int64(events.prefix(position).count { $0.stream == stream })
    }

    private func event(_ request: Request, version: Int64) throws -> Event {
        let number = request.intention
        let json: JSONObject = [
            "occurred": .string("2031-04-\(10 + number % 20)"),
            "summary": .string("Step \(number)."),
            "actors": [["role": "actor", "actor": "acme"]],
            "claims": [["source": "gazette"]],
            "data": ["what": .string("step \(number)")],
        ]
        guard let type = EventType.named("action.taken") else { throw Missing() }
        let draft = try Draft(stream: request.stream, type: type, id: request.id, json: json)
        let position = Int64(events.count + 1)
        return Event(
            draft, position: position, version: version,
            recordedAt: Instant(microseconds: position), recordedBy: "writer/simulated")
    }

    /// The language has lost a type that the simulation records.
    struct Missing: Error {}
}

/// A fault that is planted to see whether the simulation finds it.
enum Bug: CaseIterable {
    /// The log does not look whether it has an id already.
    case logForgetsIDs
    /// The log ignores the expected version.
    case logIgnoresVersions
    /// A writer that got no answer sends the event again under another id.
    case writerTakesNewID
    /// A writer takes an event for recorded that it got no answer for.
    case writerAssumesSuccess
    /// The projector notes how far it is before it writes the rows.
    case projectorNotesFirst
    /// The projector folds only the streams of the last event of a window.
    case projectorSkipsStreams
}
