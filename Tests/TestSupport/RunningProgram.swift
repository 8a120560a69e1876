import Foundation
import Synchronization

/// A process that was started.
///
/// Its output goes to files, not to pipes: so nobody has to read while it writes.
package final class RunningProgram: Sendable {
    /// The process's number.
    package let id: Int32
    private let output: URL
    private let errors: URL
    private let ending: Ending

    init(
        _ executable: URL, _ arguments: [String], environment: [String: String], folder: URL,
        input: [UInt8]
    ) throws {
        let name = UUID().uuidString
        output = folder.appendingPathComponent(".\(name).out")
        errors = folder.appendingPathComponent(".\(name).err")
        let entry = folder.appendingPathComponent(".\(name).in")
        for file in [output, errors] { try Data().write(to: file) }
        try Data(input).write(to: entry)

        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.environment = environment
        process.currentDirectoryURL = folder
        process.standardInput = try FileHandle(forReadingFrom: entry)
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        let ending = Ending()
        self.ending = ending
        process.terminationHandler = { ending.took(place: $0) }
        try process.run()
        id = process.processIdentifier
    }

    /// Ends it without notice, unless it has ended: its number may be another's by then.
    package func kill() {
        ending.unlessTaken { _ = Foundation.kill(id, SIGKILL) }
    }

    /// Waits for the end and reads what it wrote.
    package func outcome() async throws -> Outcome {
        let end = await ending.wait()
        return Outcome(
            stdout: [UInt8](try Data(contentsOf: output)),
            stderr: [UInt8](try Data(contentsOf: errors)), exitCode: end.code,
            wasKilled: end.wasKilled)
    }
}

/// How a process ended; known once.
private final class Ending: Sendable {
    struct End: Sendable {
        let code: Int32
        let wasKilled: Bool
    }

    private enum State {
        case open([CheckedContinuation<End, Never>])
        case ended(End)
    }

    private let state = Mutex(State.open([]))

    func took(place process: Process) {
        let end = End(
            code: process.terminationStatus,
            wasKilled: process.terminationReason == .uncaughtSignal)
        let waiting = state.withLock { state -> [CheckedContinuation<End, Never>] in
            guard case .open(let waiting) = state else { return [] }
            state = .ended(end)
            return waiting
        }
        waiting.forEach { $0.resume(returning: end) }
    }

    func unlessTaken(_ body: () -> Void) {
        state.withLock { state in
            if case .open = state { body() }
        }
    }

    func wait() async -> End {
        await withCheckedContinuation { continuation in
            let end = state.withLock { state -> End? in
                switch state {
                case .ended(let end): return end
                case .open(let waiting):
                    state = .open(waiting + [continuation])
                    return nil
                }
            }
            if let end { continuation.resume(returning: end) }
        }
    }
}
