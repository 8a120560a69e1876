import Casework
import Foundation
import Synchronization

/// Completion candidates from the record for a shell.
///
/// Completion must be quick and silent: what cannot be read at once is omitted without a message,
/// and no server is started.
struct RecordNames {
    /// The words of the command line so far, as the shell passes them.
    let words: [String]

    /// Reads the names that begin with a text.
    typealias Read = @Sendable (CaseReader, String) async throws -> [String]

    /// The maximum number of candidates; with more, a shell asks before it lists them.
    private static let most = 1000

    /// The names that begin with `prefix`; none if they take longer than two seconds.
    ///
    /// The argument parser calls this from synchronous code, so it blocks the thread.
    func beginning(_ prefix: String, _ read: @escaping Read) -> [String] {
        guard let choice = try? choice() else { return [] }
        let answer = Answer()
        Task.detached {
            let record = try? await choice.openIfRunning()
            guard let record, let names = try? await read(record, prefix) else {
                return answer.give([])
            }
            answer.give(Array(names.prefix(RecordNames.most)))
        }
        return answer.wait(for: .seconds(2))
    }

    private func choice() throws(CaseworkError) -> DatabaseChoice {
        try DatabaseChoice(
            address: value(of: "--db"), workspace: value(of: "--workspace"),
            environment: ProcessInfo.processInfo.environment)
    }

    /// The value of an option on the command line.
    ///
    /// bash splits words at `=` and `:`.
    func value(of option: String) -> String? {
        guard let place = words.lastIndex(where: { $0 == option || $0.hasPrefix(option + "=") })
        else { return nil }
        var rest = words[place...].dropFirst()
        var value = String(words[place].dropFirst(option.count + 1))
        if words[place] == option {
            if rest.first == "=" { rest = rest.dropFirst() }
            guard let first = rest.popFirst() else { return nil }
            value = first
        }
        while let mark = rest.first, [":", "="].contains(mark) {
            value += rest.prefix(2).joined()
            rest = rest.dropFirst(2)
        }
        return unquoted(value)
    }
}

/// A word of a command line without enclosing quotation marks.
func unquoted(_ word: String) -> String {
    guard let mark = word.first, mark == "\"" || mark == "'" else { return word }
    let inner = word.dropFirst()
    return String(inner.last == mark ? inner.dropLast() : inner)
}

/// A result that one thread waits for and another provides.
private final class Answer: Sendable {
    private let names = Mutex<[String]>([])
    private let isThere = DispatchSemaphore(value: 0)

    func give(_ names: [String]) {
        self.names.withLock { $0 = names }
        isThere.signal()
    }

    func wait(for time: DispatchTimeInterval) -> [String] {
        guard isThere.wait(timeout: .now() + time) == .success else { return [] }
        return names.withLock { $0 }
    }
}
