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
    private let terminal: PseudoTerminal?
    private let ending: Ending

    init(
        _ executable: URL, _ arguments: [String], environment: [String: String], folder: URL,
        input: [UInt8], terminal: PseudoTerminal? = nil
    ) throws {
        self.terminal = terminal
        let name = UUID().uuidString
        output = folder.appendingPathComponent(".\(name).out")
        errors = folder.appendingPathComponent(".\(name).err")
        let entry = folder.appendingPathComponent(".\(name).in")
        for file in [output, errors] { try Data().write(to: file) }
        try Data(input).write(to: entry)

        let ending = Ending()
        self.ending = ending
        id = try Spawn(
            words: [executable.path] + arguments,
            environment: environment.map { "\($0.key)=\($0.value)" }, folder: folder.path,
            input: terminal?.path ?? entry.path, output: terminal?.path ?? output.path,
            errors: errors.path
        ).start()
        Thread.detachNewThread { [id] in ending.await(id) }
    }

    /// Asks it to end, as a supervisor does, unless it has ended.
    package func terminate() {
        ending.unlessTaken { _ = Foundation.kill(id, SIGTERM) }
    }

    /// Ends it without notice, unless it has ended: its number may be another's by then.
    package func kill() {
        ending.unlessTaken { _ = Foundation.kill(id, SIGKILL) }
    }

    /// What it has written to standard error so far.
    package func errorsSoFar() throws -> String {
        String(decoding: try Data(contentsOf: errors), as: UTF8.self)
    }

    /// What it has written to standard output so far.
    package func outputSoFar() throws -> String {
        String(decoding: try Data(contentsOf: output), as: UTF8.self)
    }

    /// Whether it has ended.
    package var hasEnded: Bool { ending.isTaken }

    /// Waits for the end and reads what it wrote.
    package func outcome() async throws -> Outcome {
        let end = await ending.wait()
        return Outcome(
            stdout: try terminal?.close() ?? [UInt8](Data(contentsOf: output)),
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

    /// Waits for the process; its number is given free only once the end is known.
    func await(_ id: Int32) {
        var information = siginfo_t()
        while waitid(P_PID, id_t(id), &information, WEXITED | WNOWAIT) < 0, errno == EINTR {}
        let (end, waiting) = state.withLock { state -> (End, [CheckedContinuation<End, Never>]) in
            let end = Ending.reap(id)
            guard case .open(let waiting) = state else { return (end, []) }
            state = .ended(end)
            return (end, waiting)
        }
        waiting.forEach { $0.resume(returning: end) }
    }

    private static func reap(_ id: Int32) -> End {
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0, errno == EINTR {}
        let signal = status & 0x7f
        return End(code: signal == 0 ? (status >> 8) & 0xff : signal, wasKilled: signal != 0)
    }

    var isTaken: Bool {
        state.withLock { state in
            if case .ended = state { true } else { false }
        }
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
