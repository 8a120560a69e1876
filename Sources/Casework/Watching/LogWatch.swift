import EventLog
import Foundation
import Logging
import PrivateServer

/// Compares a log with what is remembered of it, and remembers its current end.
struct LogWatch: Sendable {
    let memory: LogMemory

    /// Reports a log that has changed other than by appends since it was last seen; otherwise
    /// remembers its end.
    func look(at log: EventLog) async throws {
        if let fork = try await note(log) {
            Logger.current.warning(
                "the log was restored or rewritten: \(fork); recorded events may be lost; if this was intended: cases db forget"
            )
        }
    }

    /// Remembers the end of a log if it has only grown.
    ///
    /// - Returns: How else the log has changed, in which case the memory is kept; nil if it has
    ///   only grown.
    @discardableResult
    func note(_ log: EventLog) async throws -> String? {
        let seen = memory.end
        let sighting = try await log.sighting(beside: seen?.position ?? 0)
        if let fork = seen?.fork(in: sighting) { return fork }
        if sighting.position > seen?.position ?? 0 {
            remember(SeenEnd(position: sighting.position, leaf: sighting.leaf))
        }
        return nil
    }

    /// Remembers the end of a log after an append; before that it had only grown.
    func noteAppended(_ end: SeenEnd) {
        if end.position > memory.end?.position ?? 0 { remember(end) }
    }

    /// If the end cannot be stored on this computer, reading and recording still work.
    private func remember(_ end: SeenEnd) {
        do { try memory.remember(end) } catch {
            Logger.current.debug(
                "where the log ends cannot be noted down: \(error.localizedDescription)")
        }
    }
}

extension DatabaseChoice {
    /// What is remembered of the chosen log.
    package var memory: LogMemory {
        LogMemory(of: "\(address)\n\(workspace)", environment: environment)
    }

    var watch: LogWatch { LogWatch(memory: memory) }

    /// What identifies the database, as the user named it.
    private var address: String {
        switch origin {
        case .own: return privateServer.url
        case .given(let address):
            // A new password does not make it another log.
            let address = withoutPasswords(address)
            let named = ["PGHOST", "PGHOSTADDR", "PGPORT", "PGDATABASE", "PGSERVICE"]
            return ([address] + named.map { environment[$0] ?? "" }).joined(separator: "\n")
        }
    }
}
