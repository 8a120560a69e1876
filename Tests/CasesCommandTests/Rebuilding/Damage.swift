import TestSupport

/// What somebody may do to the read models of the small case, and how a check tells it.
///
/// Its positions: two sources, three actors, the case at 6, the warning at 7, the seizure at 8.
struct Damage: Sendable {
    let what: String
    let script: String
    /// The read model in which it shows.
    let model: String
    /// `missing`, `unexpected` or `changed`.
    let kind: String
    /// The key of the row.
    let key: JSON
    var columns: JSON = []
    /// The event behind the row.
    let event: String
    /// How people are told.
    let words: String

    private static let stream: JSON = "case/acme-seizure"

    private static func live(_ model: String) -> String {
        "(SELECT generation FROM WS.projection WHERE name = '\(model)' AND is_live)"
    }

    static let all = [
        Damage(
            what: "a text of a case",
            script: "UPDATE WS.case_state SET title = 'Mine'", model: "states", kind: "changed",
            key: [stream], columns: ["title"], event: "acme-seizure/seizure",
            words: "the row case/acme-seizure has another title (event acme-seizure/seizure)"),
        Damage(
            what: "a text that is taken away",
            script: "UPDATE WS.case_state SET last_occurred = NULL", model: "states",
            kind: "changed", key: [stream], columns: ["last_occurred"],
            event: "acme-seizure/seizure",
            words: """
                the row case/acme-seizure has another last_occurred (event acme-seizure/seizure)
                """),
        Damage(
            what: "an event's summary and its JSON",
            script: """
                UPDATE WS.timeline_entry SET summary = 'Nothing.',
                    entry = replace(entry::text, 'warns', 'begs')::json WHERE position = 7
                """,
            model: "timelines", kind: "changed", key: [stream, 7], columns: ["summary", "entry"],
            event: "acme-seizure/warning",
            words: """
                the row case/acme-seizure 7 has another summary, entry (event acme-seizure/warning)
                """),
        Damage(
            what: "a source that is called withdrawn",
            script: """
                UPDATE WS.register SET withdrawn = true WHERE stream = 'source/gazette-2031-04-02'
                """,
            model: "registers", kind: "changed", key: ["source/gazette-2031-04-02"],
            columns: ["withdrawn"], event: "source/gazette-2031-04-02/captured",
            words: """
                the row source/gazette-2031-04-02 has another withdrawn \
                (event source/gazette-2031-04-02/captured)
                """),
        Damage(
            what: "a row that is taken away",
            script: "DELETE FROM WS.participant WHERE position = 8 AND role = 'target'",
            model: "participants", kind: "missing", key: [stream, 8, "target", "acme"],
            event: "8", words: "the row case/acme-seizure 8 target acme is missing (event 8)"),
        Damage(
            what: "a link that is taken away", script: "DELETE FROM WS.link", model: "links",
            kind: "missing",
            key: [stream, "acme-seizure/seizure", "follows", "", "acme-seizure/warning"],
            event: "acme-seizure/seizure",
            words: """
                the row case/acme-seizure acme-seizure/seizure follows acme-seizure/warning \
                is missing (event acme-seizure/seizure)
                """),
        Damage(
            what: "a row that is added",
            script: """
                INSERT INTO WS.mention VALUES (
                    \(live("mentions")), 'case/acme-seizure', 'actor/mallory')
                """,
            model: "mentions", kind: "unexpected", key: [stream, "actor/mallory"],
            event: "acme-seizure/seizure",
            words: """
                the row case/acme-seizure actor/mallory is not made by the log \
                (event acme-seizure/seizure)
                """),
        Damage(
            what: "a row of a case behind all others, which the log has not",
            script: """
                INSERT INTO WS.mention VALUES (\(live("mentions")), 'case/zero', 'actor/acme')
                """,
            model: "mentions", kind: "unexpected", key: ["case/zero", "actor/acme"],
            event: "case/zero",
            words: "the row case/zero actor/acme is not made by the log (event case/zero)"),
        Damage(
            what: "a row of a stream without a name, ahead of all others",
            script: "INSERT INTO WS.mention VALUES (\(live("mentions")), '', 'actor/acme')",
            model: "mentions", kind: "unexpected", key: ["", "actor/acme"], event: "",
            words: "the row actor/acme is not made by the log"),
        Damage(
            what: "a row that was moved to another key",
            script: "UPDATE WS.search_text SET position = 9 WHERE position = 8", model: "search",
            kind: "missing", key: [stream, 8], event: "acme-seizure/seizure",
            words: "the row case/acme-seizure 8 is missing (event acme-seizure/seizure)"),
    ]
}
