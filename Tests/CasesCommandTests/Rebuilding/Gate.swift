import Foundation
import Postgres
import TestSupport
import Testing

/// A gate in front of every statement that writes to the read models: the one of a number waits
/// there until the gate is opened.
///
/// So a rebuild can be ended at any of its steps, and none is met by luck.
struct Gate: Sendable {
    let desk: Desk
    private let holder: Connection

    private static let tables = [
        "projection", "rebuild_share", "case_state", "timeline_entry", "participant", "link",
        "mention", "register", "search_text",
    ]

    /// Lends `body` a gate that nobody has to wait at yet.
    static func use(_ desk: Desk, _ body: (Gate) async throws -> Void) async throws {
        try await build(desk)
        try await take(desk, body)
    }

    /// Puts a gate there; it outlives a crash of the server.
    static func build(_ desk: Desk) async throws {
        let triggers = tables.map {
            """
            CREATE TRIGGER gate BEFORE INSERT OR UPDATE OR DELETE ON WS.\($0)
            FOR EACH STATEMENT EXECUTE FUNCTION WS.pass();
            """
        }
        try await desk.sql(
            """
            CREATE SEQUENCE WS.step;
            CREATE TABLE WS.gate (step bigint);
            CREATE TABLE WS.passage (step bigint, what text);
            CREATE FUNCTION WS.pass() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
            DECLARE
                n CONSTANT bigint := nextval('WS.step');
                shut CONSTANT bigint := (SELECT step FROM WS.gate);
            BEGIN
                IF n = shut THEN
                    PERFORM pg_advisory_xact_lock_shared(7, hashtext('WS'));
                ELSIF shut = 0 THEN
                    INSERT INTO WS.passage VALUES (n, TG_OP || ' ' || TG_TABLE_NAME);
                END IF;
                RETURN NULL;
            END $$;
            """ + triggers.joined())
    }

    /// Lends `body` the gate that was put there, and a session to shut it with.
    static func take(_ desk: Desk, _ body: (Gate) async throws -> Void) async throws {
        try await desk.database.withConnection { holder in
            try await body(Gate(desk: desk, holder: holder))
        }
    }

    /// The statements that pass while `body` runs, in order: `UPDATE projection`.
    func passages(of body: () async throws -> Void) async throws -> [String] {
        try await shut(before: 0)
        try await body()
        return try await desk.texts("SELECT what FROM WS.passage ORDER BY step")
    }

    /// Lets the statement of this number wait, counted from now; none where it is 0.
    func shut(before step: Int) async throws {
        try await desk.sql(
            """
            DELETE FROM WS.gate; INSERT INTO WS.gate VALUES (\(step));
            SELECT setval('WS.step', 1, false);
            """)
        try await holder.run(
            script: "SELECT pg_advisory_lock(7, hashtext('\"\(desk.workspace)\"'))")
    }

    /// Lets everybody pass.
    func open() async throws {
        // Not TRUNCATE, which would wait for whoever stands there.
        try await desk.sql("DELETE FROM WS.gate")
        try await holder.run(script: "SELECT pg_advisory_unlock_all()")
    }

    /// Waits until somebody stands at the gate.
    func awaitArrival() async throws {
        try await eventually("a statement stands at the gate") { try await !waiting().isEmpty }
    }

    /// Ends the session that stands at the gate, as its server process's end would.
    func terminate() async throws {
        for id in try await waiting() { try await desk.sql("SELECT pg_terminate_backend(\(id))") }
    }

    /// The server processes that stand at the gate.
    func waiting() async throws -> [String] {
        try await desk.texts(
            """
            SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND classid = 7
                AND objid::bigint = hashtext('WS')::bigint & 4294967295
            """)
    }
}

/// Asks until it is so; a minute is the end of patience, not a measure.
func eventually(
    _ what: Comment, _ isSo: () async throws -> Bool,
    sourceLocation: SourceLocation = #_sourceLocation
) async throws {
    let deadline = ContinuousClock.now + .seconds(60)
    while try await !isSo() {
        try #require(ContinuousClock.now < deadline, what, sourceLocation: sourceLocation)
        try await Task.sleep(for: .milliseconds(5))
    }
}

extension Desk {
    /// The same desk, whose program's sessions can be told from others.
    var marked: Desk {
        var desk = self
        desk.program.environment["CASES_DB"] =
            database.address + "&application_name=rebuild-\(workspace)"
        return desk
    }

    /// Waits until the server has no session left of a marked program.
    func awaitNoSession() async throws {
        try await eventually("the sessions of the killed program end") {
            try await texts(
                """
                SELECT pid FROM pg_stat_activity WHERE application_name = 'rebuild-\(workspace)'
                """
            ).isEmpty
        }
    }
}
