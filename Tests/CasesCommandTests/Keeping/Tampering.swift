import TestSupport

/// What a superuser may do to the log of the small case behind the program's back.
///
/// Its positions: two sources, three actors, the case at 6, the warning at 7, the seizure at 8.
struct Tampering: Sendable {
    let what: String
    let script: String
    /// Where it shows.
    let positions: Set<Int64>
    /// What is said at the first of them.
    let problem: String

    /// A change of one column of the seizure that its header knows of.
    private static func header(_ column: String, _ value: String) -> Tampering {
        Tampering(
            what: column, script: "UPDATE WS.event SET \(column) = \(value) WHERE position = 8",
            positions: [8],
            problem: "the leaf is not that of the header: one of them was changed")
    }

    private static let digest =
        "the digest is not that of salt and body: one of the three was changed"

    static let all = [
        Tampering(
            what: "body",
            script: """
                UPDATE WS.event SET body = replace(body::text, 'warns', 'begs')::json
                WHERE position = 7
                """,
            positions: [7], problem: digest),
        Tampering(
            what: "body, but only how it is written",
            script: """
                UPDATE WS.event SET body = replace(body::text, '{"actors"', '{ "actors"')::json
                WHERE position = 7
                """,
            positions: [7], problem: digest),
        Tampering(
            what: "salt",
            script: """
                UPDATE WS.event SET salt = decode(repeat('07', 16), 'hex') WHERE position = 7
                """,
            positions: [7], problem: digest),
        Tampering(
            what: "key",
            script: "UPDATE WS.event SET key = 'other' WHERE position = 8",
            positions: [8], problem: "the id is not the one that stream and key give"),
        Tampering(
            what: "key taken away",
            script: "UPDATE WS.event SET key = NULL WHERE position = 8",
            positions: [8], problem: "the key is not the one that the body names"),
        header("stream", "'case/other'"), header("version", "4"),
        header("id", "gen_random_uuid()"), header("type", "'threat.made'"),
        header("recorded_at", "recorded_at + interval '1 microsecond'"),
        header("recorded_by", "'writer/mallory'"),
        header("digest", "sha256('x')"), header("leaf", "sha256('x')"),
        header("language", "2"),
        Tampering(
            what: "body and all its digests, so that it looks whole: the root still differs",
            script: """
                UPDATE WS.event SET
                    body = b, digest = d, leaf = WS.leaf(
                        WS.header(stream, version, id, type, recorded_at, recorded_by, d))
                FROM (
                    SELECT position AS p, b, sha256(salt || convert_to(b::text, 'UTF8')) AS d
                    FROM WS.event, replace(body::text, 'warns', 'begs') AS t, LATERAL (
                        SELECT t::json AS b) AS c
                ) AS new WHERE p = position AND position = 7
                """,
            positions: [], problem: ""),
        Tampering(
            what: "an event taken out of the middle",
            script: "DELETE FROM WS.event WHERE position = 5",
            positions: [5], problem: "no event is stored from here to position 5"),
        Tampering(
            what: "the first event taken away",
            script: "DELETE FROM WS.event WHERE position = 1",
            positions: [1], problem: "no event is stored from here to position 1"),
        Tampering(
            what: "the last event taken away",
            script: "DELETE FROM WS.event WHERE position = 8",
            positions: [8],
            problem: "the log's head is 8, not the position of its last event"),
        Tampering(
            what: "two events of different streams swapped",
            script: swap(3, 4), positions: [4],
            problem: "was not recorded later than the event ahead of it: one of them was moved"),
        Tampering(
            what: "two events of one stream swapped",
            script: swap(7, 8), positions: [7, 8],
            problem: "is version 3 of its stream, where version 2 was due"),
        Tampering(
            what: "an event put in between",
            script: """
                UPDATE WS.event SET position = position + 1000 WHERE position >= 8;
                INSERT INTO WS.event SELECT 8, 1, recorded_at + interval '1 microsecond', language,
                    'f8413bc2-afc1-59b0-a806-54a745e9d6fb', 'actor/z', type, recorded_by, key,
                    digest, leaf, salt, body FROM WS.event WHERE position = 5;
                UPDATE WS.event SET position = position - 999 WHERE position > 1000;
                """,
            positions: [8, 9],
            problem: "was not recorded later than the event ahead of it: one of them was moved"),
    ]

    private static func swap(_ first: Int, _ second: Int) -> String {
        """
        UPDATE WS.event SET position = 1000 WHERE position = \(first);
        UPDATE WS.event SET position = \(first) WHERE position = \(second);
        UPDATE WS.event SET position = \(second) WHERE position = 1000;
        """
    }
}
