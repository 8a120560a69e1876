package import CanonicalJSON
import CaseModel
import EventLog
import Postgres
import Projections

extension DatabaseChoice {
    /// Examines the server, its settings, the schema and the head of the log.
    package func examine() async throws -> Examination {
        let connection = try await connect(for: .examining)
        let checks =
            try await settingChecks(connection) + [try await schemaCheck(connection)]
            + (try await clockChecks(connection)) + [try await readingCheck(connection)]
            + [try await headCheck(connection), try await forkCheck(connection)]
        return Examination(checks: checks)
    }

    /// What a record requires of the server: an acknowledged event must be on disk.
    private func settingChecks(
        _ connection: Connection
    ) async throws -> [Examination.Check] {
        let found = try await connection.query(
            """
            SELECT current_setting('server_version_num')::int / 10000,
                current_setting('server_encoding'), current_setting('fsync'),
                current_setting('full_page_writes'), current_setting('synchronous_commit')
            """
        ) { row in
            ServerSettings(
                major: try row.next(), encoding: try row.next(), fsync: try row.next(),
                fullPageWrites: try row.next(), synchronousCommit: try row.next())
        }
        return found.flatMap(\.checks)
    }

    private func schemaCheck(
        _ connection: Connection
    ) async throws -> Examination.Check {
        let subject = "schema of workspace \(workspace)"
        let log = EventLog(connection: connection, workspace: workspace)
        let isStandby = try await !log.takesWrites()
        guard !isStandby else {
            // The expected schema is created for the comparison, which is impossible on a standby.
            return Examination.Check(
                subject: subject, isHealthy: true,
                finding: "not looked at: this server is a standby", remedy: "")
        }
        let differences = try await workspace.schemaDifferences(on: connection)
        return Examination.Check(
            subject: subject, isHealthy: differences.isEmpty,
            finding: differences.isEmpty ? "as expected" : differences.joined(separator: "; "),
            remedy:
                "cases db migrate --workspace \(workspace); a table that differs was changed by something else"
        )
    }

    /// Whether recorded times can be right: the server's clock now, and its past effect on the log.
    private func clockChecks(
        _ connection: Connection
    ) async throws -> [Examination.Check] {
        let log = EventLog(connection: connection, workspace: workspace)
        let clocks = ClockCheck(
            try await log.tip())
        return [
            Examination.Check(
                subject: "clock of the server", isHealthy: clocks.disagreement == nil,
                finding: clocks.disagreement ?? "agrees with this computer's",
                remedy: "set the clock that is wrong; appends are refused until then"),
            Examination.Check(
                subject: "times of the log", isHealthy: clocks.logAhead == nil,
                finding: clocks.logAhead ?? "not ahead of the server's clock",
                remedy:
                    "an event was recorded while that clock ran ahead; nothing sets recorded times "
                    + "back: until the clock has caught up they give the order, not the time"),
        ]
    }

    /// Whether every event can be read; an unreadable event stops its stream.
    private func readingCheck(
        _ connection: Connection
    ) async throws -> Examination.Check {
        let log = EventLog(connection: connection, workspace: workspace)
        let unreadable = try await CaseReader(log: log).unreadable()
        let found = unreadable.map { "\($0.event), event \($0.position): \($0.reason)" }
        return Examination.Check(
            subject: "events", isHealthy: unreadable.isEmpty,
            finding: unreadable.isEmpty
                ? "all can be read" : "cannot be read: \(found.joined(separator: "; "))",
            remedy: "use a newer cases, or cases retract each of them")
    }

    private func headCheck(
        _ connection: Connection
    ) async throws -> Examination.Check {
        let log = EventLog(connection: connection, workspace: workspace)
        let end = try await log.end()
        return Examination.Check(
            subject: "head of the log", isHealthy: end.isSound, finding: end.finding,
            remedy: "the last event stored is \(end.lastPosition): cases verify")
    }
}

extension DatabaseChoice {
    /// Whether the log has only grown since it was last seen from this computer.
    private func forkCheck(
        _ connection: Connection
    ) async throws -> Examination.Check {
        let log = EventLog(connection: connection, workspace: workspace)
        let fork = try await watch.note(log)
        return Examination.Check(
            subject: "log seen before", isHealthy: fork == nil,
            finding: fork ?? "it only grew",
            remedy: "record again what is lost, then cases db forget")
    }
}

extension LogEnd {
    /// Whether the head matches the last event, and has a time that the next event can follow.
    fileprivate var isSound: Bool {
        guard headRows == 1, head == lastPosition else { return false }
        guard lastPosition > 0 else { return true }
        guard let recordedAt, let lastRecordedAt else { return false }
        return recordedAt.microseconds >= lastRecordedAt.microseconds
    }

    fileprivate var finding: String {
        guard headRows == 1 else { return "\(headRows) rows instead of one" }
        let isTimely = isSound || head != lastPosition
        return "position \(head)" + (isTimely ? "" : ", with a time that no event can follow")
    }
}

/// The server settings that the record depends on.
private struct ServerSettings: Sendable {
    let major: Int32
    let encoding: String
    let fsync: String
    let fullPageWrites: String
    let synchronousCommit: String

    var checks: [Examination.Check] {
        [
            check("PostgreSQL", "\(major)", major >= 15, "version 15 or newer is needed"),
            check("encoding", encoding, encoding == "UTF8", "make a database in UTF8"),
            on("fsync", fsync), on("full_page_writes", fullPageWrites),
            check(
                "synchronous_commit", synchronousCommit,
                ["on", "remote_write", "remote_apply"].contains(synchronousCommit),
                "set synchronous_commit = on; appends set it for themselves"),
        ]
    }

    private func on(_ name: String, _ value: String) -> Examination.Check {
        check(name, value, value == "on", "set \(name) = on: a crash can lose recorded events")
    }

    private func check(
        _ subject: String, _ finding: String, _ isHealthy: Bool, _ remedy: String
    ) -> Examination.Check {
        Examination.Check(
            subject: subject, isHealthy: isHealthy, finding: finding, remedy: remedy)
    }
}

/// `cases.doctor/1`: the results of all checks.
package struct Examination: Sendable {
    /// One check.
    package struct Check: Sendable {
        /// What was checked.
        package let subject: String
        /// Whether it is in order.
        package let isHealthy: Bool
        /// What was found.
        package let finding: String
        /// What to do if it is not in order.
        package let remedy: String
    }

    /// The checks, in order.
    package let checks: [Check]

    /// Whether everything is in order.
    package var isHealthy: Bool { checks.allSatisfy(\.isHealthy) }

    /// The examination as JSON.
    package var json: JSONValue {
        [
            "schema": "cases.doctor/1", "ok": .bool(isHealthy),
            "checks": .array(checks.map(\.json)),
        ]
    }
}

extension Examination.Check {
    /// One check as JSON.
    package var json: JSONValue {
        [
            "check": .string(subject), "ok": .bool(isHealthy), "finding": .string(finding),
            "remedy": .string(isHealthy ? "" : remedy),
        ]
    }
}
