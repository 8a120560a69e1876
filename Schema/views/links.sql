-- The links between events, one row for each case that asserts a link.
CREATE OR REPLACE VIEW :"workspace".links WITH (security_invoker = true) AS
WITH named AS (
    -- An event of another stream is named by its id if it has no key.
    SELECT
        l.*,
        coalesce(:"workspace".event_name(a.stream, a.key, a.version), l.event) AS answer,
        coalesce(:"workspace".event_name(c.stream, c.key, c.version), l.to_event) AS cause
    FROM :"workspace".link l
    JOIN :"workspace".projection p ON p.name = 'links' AND p.is_live AND p.generation = l.generation
    LEFT JOIN :"workspace".event a ON a.id = :"workspace".id_in(l.event)
    LEFT JOIN :"workspace".event c ON c.id = :"workspace".id_in(l.to_event)
)
SELECT
    substr(n.stream, 6) AS case_slug,
    n.answer AS event,
    n.relation,
    nullif(n.mode, '') AS mode,
    n.cause AS to_event,
    n.basis,
    n.likelihood,
    ARRAY(
        SELECT b.slug FROM json_array_elements_text(n.link -> 'asserted_by') WITH ORDINALITY b (slug, place)
        ORDER BY b.place) AS asserted_by,
    (n.link -> 'disputed_by')::jsonb AS disputed_by,
    EXISTS (
        SELECT FROM json_array_elements_text(n.link -> 'asserted_by') b (slug)
        WHERE b.slug = 'analyst' OR NOT EXISTS (
            SELECT FROM :"workspace".register r
            JOIN :"workspace".projection q
                ON q.name = 'registers' AND q.is_live AND q.generation = r.generation
            WHERE r.stream = 'source/' || b.slug AND r.withdrawn)
    ) AS is_supported,
    EXISTS (SELECT FROM :"workspace".entries e WHERE e.event = n.answer)
        AND EXISTS (SELECT FROM :"workspace".entries e WHERE e.event = n.cause) AS is_joined
FROM named n;

ALTER VIEW :"workspace".links OWNER TO cases_owner;

COMMENT ON VIEW :"workspace".links IS
    'The links, "event RELATION to_event": one row for each link in each case that asserts it';
COMMENT ON COLUMN :"workspace".links.case_slug IS 'Case that asserts it';
COMMENT ON COLUMN :"workspace".links.event IS 'Later event, the answer';
COMMENT ON COLUMN :"workspace".links.relation IS
    'responds_to, pressured_by, enabled_by, circumvents, supersedes, implements or follows';
COMMENT ON COLUMN :"workspace".links.mode IS
    'How it responds: retaliates_for, complies_with, mitigates or adapts_to; null: not stated';
COMMENT ON COLUMN :"workspace".links.to_event IS 'Earlier event, the cause';
COMMENT ON COLUMN :"workspace".links.basis IS
    'explicit in the source, inferred by the analyst, or temporal only';
COMMENT ON COLUMN :"workspace".links.likelihood IS 'A term of ICD-203; null: the link is temporal';
COMMENT ON COLUMN :"workspace".links.asserted_by IS 'Slugs of sources, or analyst';
COMMENT ON COLUMN :"workspace".links.disputed_by IS
    'Who denies it, and in which source; an empty array: undisputed';
COMMENT ON COLUMN :"workspace".links.is_supported IS
    'Whether the analyst, or a source that was not withdrawn, asserts it; what is not supported has'
    ' no weight';
COMMENT ON COLUMN :"workspace".links.is_joined IS
    'Whether both events are in entries; otherwise the link joins nothing, because one of them was'
    ' retracted';
