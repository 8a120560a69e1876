import EventLog
import Foundation
import Logging
import PrivateServer

/// Compares a log with what is remembered of it, and remembers where it ends now.
struct LogWatch: Sendable {
    let memory: LogMemory

    /// Tells of a log that did more than grow since it was last seen from here; else notes its end.
    func look(at log: EventLog) async throws {
        if let fork = try await note(log) {
            Logger.current.warning(
                "the log was restored or rewritten: \(fork); recorded events may be lost; if this was intended: cases db forget"
            )
        }
    }

    /// Notes the end of a log that only grew.
    ///
    /// - Returns: What else became of it; nil where nothing did. Then what was remembered stays.
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

    /// Notes the end of a log that was just appended to, and had only grown before.
    func noteAppended(_ end: SeenEnd) {
        if end.position > memory.end?.position ?? 0 { remember(end) }
    }

    /// A computer where nothing can be noted still reads and records.
    private func remember(_ end: SeenEnd) {
        do { try memory.remember(end) } catch {
            Logger.current.debug(
                "where the log ends cannot be noted down: \(error.localizedDescription)")
        }
    }
}

extension DatabaseChoice {
    /// What is remembered of the log that is meant.
    package var memory: LogMemory {
        LogMemory(of: "\(address)\n\(workspace)", environment: environment)
    }

    var watch: LogWatch { LogWatch(memory: memory) }

    /// What tells the database from others, as it was named.
    private var address: String {
        switch origin {
        case .own: return privateServer.url
        case .given(let address):
            // A new password makes no new log.
            let address = withoutPasswords(address)
            let named = ["PGHOST", "PGHOSTADDR", "PGPORT", "PGDATABASE", "PGSERVICE"]
            return ([address] + named.map { environment[$0] ?? "" }).joined(separator: "\n")
        }
    }
}
