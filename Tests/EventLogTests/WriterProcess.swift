import CaseModel
import EventLog
import Foundation
import RandomSupport
import TestSupport

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
        /// Whether it came to its end, every event acknowledged.
        let isDone: Bool
        let acknowledged: [Acknowledged]
    }

    let ids: [EventID]
    private let script: String
    private let address: String
    private let ends: [Int?]

    init(_ number: Int, _ seed: UInt64, _ scratch: Scratch) throws {
        var random = SplitMix(seed: seed &+ UInt64(number))
        ids = (0..<60).map { _ in EventID.random() }
        script = ids.map { id in
            let stream = "case/s\(Int.random(in: 0..<5, using: &random))"
            // Every second process appends as a batch does.
            let arguments =
                number.isMultiple(of: 2)
                ? "'\(id)', '\(stream)', 'note.added', '{}', 'p'"
                : "'{\(id)}', '{\(stream)}', '{note.added}', '{\"{}\"}', 'p', '{}', '{}'"
            return """
                SELECT '\(id)', position
                FROM "\(scratch.workspace.name)".append(\(arguments));

                """
        }.joined()
        address = scratch.database.address
        ends = [
            Int.random(in: 1..<30, using: &random), Int.random(in: 1..<60, using: &random), nil,
        ]
    }

    /// Runs until every event is acknowledged.
    func runToTheEnd() async throws -> [Run] {
        var runs: [Run] = []
        for end in ends { runs.append(try await run(killedAfter: end)) }
        // An append that waits too long for its turn is refused, and made again, as clients do.
        while runs.last?.isDone != true, runs.count < 50 {
            runs.append(try await run(killedAfter: nil))
        }
        return runs
    }

    /// Kills the process somewhere after that many answers; never where `end` is nil.
    private func run(killedAfter end: Int?) async throws -> Run {
        let folder = FileManager.default.temporaryDirectory
        let input = folder.appending(path: "in-\(UUID().uuidString)")
        let output = folder.appending(path: "out-\(UUID().uuidString)")
        defer { for file in [input, output] { try? FileManager.default.removeItem(at: file) } }
        try script.write(to: input, atomically: true, encoding: .utf8)
        try Data().write(to: output)
        let process = try start(reading: input, writing: output)
        while process.isRunning {
            if let end, try answers(in: output).count >= end {
                kill(process.processIdentifier, SIGKILL)
            }
            try await Task.sleep(for: .milliseconds(2))
        }
        return Run(
            wasKilled: process.terminationReason == .uncaughtSignal,
            isDone: process.terminationReason == .exit && process.terminationStatus == 0,
            acknowledged: try answers(in: output))
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

    /// The whole lines `ID|POSITION` of the process's output.
    private func answers(in output: URL) throws -> [Acknowledged] {
        try String(contentsOf: output, encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            .compactMap { line in
                let parts = line.split(separator: "|")
                guard parts.count == 2, let id = EventID(String(parts[0])),
                    let position = Int64(parts[1])
                else { return nil }
                return Acknowledged(id: id, position: position)
            }
    }
}
