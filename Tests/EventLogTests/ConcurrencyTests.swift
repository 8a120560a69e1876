import CaseModel
import EventLog
import Foundation
import Postgres
import TestSupport
import Testing

@Suite("Many processes at once", .serialized)
struct ConcurrencyTests {
    @Test("16 processes that append, killed at random: no gap, no duplicate, nothing lost")
    func kills() async throws {
        let seed = UInt64.random(in: .min ... .max)
        print("seed \(seed)")
        try await Scratch.use { scratch in
            let writers = try (0..<16).map { try WriterProcess($0, seed, scratch) }
            let runs = try await withThrowingTaskGroup(of: [WriterProcess.Run].self) { group in
                for writer in writers { group.addTask { try await writer.runToTheEnd() } }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(runs.contains { $0.wasKilled && !$0.acknowledged.isEmpty }, "seed \(seed)")
            try await expectWhole(scratch, runs.flatMap(\.acknowledged), writers)
        }
    }

    private func expectWhole(
        _ scratch: Scratch, _ acknowledged: [WriterProcess.Acknowledged],
        _ writers: [WriterProcess]
    ) async throws {
        let total = writers.map(\.ids.count).reduce(0, +)
        let stored = try await scratch.log.fold(1...Int64(total), into: []) {
            stored, event throws(EventLogError) in stored.append(event)
        }
        #expect(try await scratch.log.head() == Int64(total))
        #expect(stored.map(\.position) == (1...total).map(Int64.init))
        #expect(Set(stored.map(\.id)) == Set(writers.flatMap(\.ids)))
        #expect(zip(stored, stored.dropFirst()).allSatisfy { $0.recordedAt <= $1.recordedAt })
        for (_, events) in Dictionary(grouping: stored, by: \.stream) {
            #expect(events.map(\.version) == (1...events.count).map(Int64.init))
        }
        let places = Dictionary(uniqueKeysWithValues: stored.map { ($0.id, $0.position) })
        for answer in acknowledged {
            #expect(places[answer.id] == answer.position)
        }
    }
}

/// A process that appends its events one by one through psql, is killed twice, and each time
/// begins anew with the same ids.
struct WriterProcess: Sendable {
    /// What a process was told of an event.
    struct Acknowledged: Sendable {
        let id: EventID
        let position: Int64
    }

    /// How a run of the process went.
    struct Run: Sendable {
        let wasKilled: Bool
        let acknowledged: [Acknowledged]
    }

    let ids: [EventID]
    private let script: String
    private let address: String
    private let pauses: [Duration?]

    init(_ number: Int, _ seed: UInt64, _ scratch: Scratch) throws {
        var random = SplitMix(state: seed &+ UInt64(number))
        ids = (0..<60).map { _ in EventID.random() }
        script = ids.map { id in
            """
            SELECT '\(id)', position FROM "\(scratch.workspace.name)".append('\(id)',
            'case/s\(Int.random(in: 0..<5, using: &random))', 'note.added', '{}', 'p\(number)');

            """
        }.joined()
        address = scratch.database.address
        pauses =
            [.milliseconds(Int.random(in: 50...250, using: &random))] + [
                .milliseconds(Int.random(in: 50...400, using: &random)), nil,
            ]
    }

    /// Runs until every event is acknowledged.
    func runToTheEnd() async throws -> [Run] {
        var runs: [Run] = []
        for pause in pauses { runs.append(try await run(killedAfter: pause)) }
        return runs
    }

    private func run(killedAfter pause: Duration?) async throws -> Run {
        let folder = FileManager.default.temporaryDirectory
        let input = folder.appending(path: "in-\(UUID().uuidString)")
        let output = folder.appending(path: "out-\(UUID().uuidString)")
        defer { for file in [input, output] { try? FileManager.default.removeItem(at: file) } }
        try script.write(to: input, atomically: true, encoding: .utf8)
        try Data().write(to: output)
        let process = try start(reading: input, writing: output)
        if let pause {
            try await Task.sleep(for: pause)
            if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        }
        while process.isRunning { try await Task.sleep(for: .milliseconds(5)) }
        return Run(
            wasKilled: process.terminationReason == .uncaughtSignal,
            acknowledged: answers(try String(contentsOf: output, encoding: .utf8)))
    }

    private func start(reading input: URL, writing output: URL) throws -> Process {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["psql", "-XqAt", "-v", "ON_ERROR_STOP=1", address]
        process.standardInput = try FileHandle(forReadingFrom: input)
        process.standardOutput = try FileHandle(forWritingTo: output)
        try process.run()
        return process
    }

    /// The whole lines `ID|POSITION`.
    private func answers(_ text: String) -> [Acknowledged] {
        text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().compactMap {
            line in
            let parts = line.split(separator: "|")
            guard parts.count == 2, let id = EventID(String(parts[0])),
                let position = Int64(parts[1])
            else { return nil }
            return Acknowledged(id: id, position: position)
        }
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014): numbers that a seed repeats.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
