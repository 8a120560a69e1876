import CanonicalJSON
import CaseModel
import Casework
import EventLog
import Foundation
import Projections
import Synchronization
import TestSupport
import Testing

@Suite("One snapshot per answer")
struct SnapshotTests {
    /// One kind of answer, asked of a record.
    struct Kind: Sendable, CustomTestStringConvertible {
        let name: String
        let ask: @Sendable (CaseReader) async throws -> JSONValue
        var testDescription: String { name }
    }

    @Test(
        "An answer read while others append is the answer at the position that it names",
        arguments: Kind.all)
    func equal(_ kind: Kind) async throws {
        for _ in 0..<SnapshotTests.rounds {
            try await Desk.use { desk in
                try await desk.begin()
                let record = try await desk.opened()
                try await whileAppending(to: desk) {
                    for _ in 0..<SnapshotTests.reads { try await compare(kind, by: record.reader) }
                }
            }
        }
    }

    /// Rounds in workspaces of their own keep the record small.
    ///
    /// `CASES_SNAPSHOT_ROUNDS=50` makes a thousand reads of each kind, which takes long with a debug
    /// build.
    private static let rounds =
        ProcessInfo.processInfo.environment["CASES_SNAPSHOT_ROUNDS"].flatMap { Int($0) } ?? 1
    private static let reads = 20

    private func compare(_ kind: Kind, by reader: CaseReader) async throws {
        let answer = try await kind.ask(reader)
        let position = try #require(answer.object?["known_at"]?.integer)
        let then = try await reader.seen(
            asOf: nil, publishedBy: nil, knownAt: .position(position))
        let again = try await kind.ask(then)
        #expect(answer == again, "\(kind.name) at position \(position)")
    }

    @Test("verify finds nothing in a sound log while others append")
    func verify() async throws {
        for _ in 0..<SnapshotTests.rounds {
            try await Desk.use { desk in
                try await desk.begin()
                let record = try await desk.opened()
                try await whileAppending(to: desk) {
                    for _ in 0..<SnapshotTests.reads {
                        let verdict = try await record.verifier.verify(
                            progress: .silent)
                        let answer = VerdictAnswer(verdict).json.object
                        #expect(answer?["ok"] == true, "\(answer?["problems"] ?? .null)")
                    }
                }
            }
        }
    }

    @Test("doctor finds the head in order while others append")
    func doctor() async throws {
        try await Desk.use { desk in
            try await desk.begin()
            try await whileAppending(to: desk) {
                for _ in 0..<5 {
                    let examination = try await desk.choice().examine()
                    let head = examination.checks.first { $0.subject == "head of the log" }
                    #expect(head?.isHealthy == true)
                }
            }
        }
    }

    /// Does some work while another program appends without a pause, and keeps the read models.
    private func whileAppending(
        to desk: Desk, _ work: () async throws -> Void
    ) async throws {
        let writer = try await desk.opened()
        let end = End()
        let appending = Task {
            var number = 0
            while !end.hasCome {
                number += 1
                _ = try await writer.log.append(try Deed.events(number), by: "another")
                if number.isMultiple(of: 3) { try await writer.rebuilder.catchUp() }
            }
        }
        let outcome: Result<Void, any Error>
        do { outcome = .success(try await work()) } catch { outcome = .failure(error) }
        end.come()
        try await appending.value
        try outcome.get()
    }
}

/// Tells a task that it is enough; to cancel it would cut off an append.
private final class End: Sendable {
    private let state = Mutex(false)

    var hasCome: Bool { state.withLock { $0 } }

    func come() { state.withLock { $0 = true } }
}

extension SnapshotTests.Kind {
    static let all: [SnapshotTests.Kind] = [
        .init(name: "list") { try await $0.list().json },
        .init(name: "show CASE") { try await $0.state(of: .acme).json },
        .init(name: "show EVENT") { try await $0.show(.keyed(.acme, .order)).json },
        .init(name: "timeline") {
            try await $0.timeline(of: [], filter: TimelineFilter(), includesRetracted: false).json
        },
        .init(name: "chain") { try await $0.chain(from: .case(.acme)).json },
        .init(name: "conflicts") { try await $0.conflicts(in: nil).json },
        .init(name: "search") { try await $0.search(for: "wafer", limit: 1_000).json },
        .init(name: "why") { try await $0.why("last_event", of: .acme).json },
        .init(name: "diff") {
            let range = ClockRange.recorded(.position(3), .position(.max))
            return try await $0.difference(in: .acme, between: range).json
        },
        .init(name: "sources") { try await $0.sources().json },
        .init(name: "sources SOURCE") { try await $0.source(.gazette).json },
    ]
}

extension Slug {
    fileprivate static let acme = Slug(literal: "acme")
    fileprivate static let order = Slug(literal: "order")
    fileprivate static let gazette = Slug(literal: "gazette")

    /// A slug that a test writes out.
    fileprivate init(literal: String) {
        guard let slug = Slug(literal) else { preconditionFailure("no slug: \(literal)") }
        self = slug
    }
}

extension StreamName {
    fileprivate static let acme = StreamName(.case, .acme)
}

/// What the other program records: in the case that is read, and a case of its own.
private enum Deed {
    static func events(_ number: Int) throws -> [NewEvent] {
        let deed = try event(
            .acme, "deed-\(number)", "measure.announced",
            #""data":{"measure":"m-\#(number)","stage":"proposed"},"key":"deed-\#(number)","#
                + #""links":[{"asserted_by":["analyst"],"basis":"inferred","#
                + #""relation":"responds_to","to":"acme/order"}],"#
                + #""occurred":"2031-04-0\#(1 + number % 9)","summary":"Wafer \#(number)""#)
        // A case more is what a list would show too early; few keep the record small.
        guard number.isMultiple(of: 10) else { return [deed] }
        let own = StreamName(.case, Slug(literal: "other-\(number)"))
        let title = #""data":{"title":"Other \#(number)"},"key":"opened""#
        return [deed, try event(own, "opened", "case.opened", title)]
    }

    private static func event(
        _ stream: StreamName, _ key: String, _ type: String, _ members: String
    ) throws -> NewEvent {
        let claims =
            #""actors":[{"actor":"mill","role":"actor"}],"claims":[{"source":"gazette"}]"#
        let body = type == "case.opened" ? "{\(members)}" : "{\(claims),\(members)}"
        return NewEvent(
            id: EventID(stream: stream, key: Slug(literal: key)), stream: stream, type: type,
            body: Array(body.utf8))
    }
}

extension Desk {
    /// A case, an actor and a source to begin with.
    fileprivate func begin() async throws {
        try await done("add-source", "gazette", "--title", "Gazette", "--published", "2031-04-01")
        try await done("add-actor", "mill", "--name", "Mill", "--type", "company")
        try await done("open", "acme", "--title", "Acme")
        try await done(
            "add-event", "acme", "measure.announced", "--key", "order", "--undated", "--set",
            "measure=order", "--set", "stage=proposed", "--source", "gazette", "--actor", "mill",
            "--summary", "An order.")
    }

    /// The database of this desk.
    fileprivate func choice() throws -> DatabaseChoice {
        try DatabaseChoice(
            address: database.address, workspace: workspace, environment: [:])
    }
}
