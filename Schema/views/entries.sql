-- The timelines: one row for each event of the world, corrected, without retracted events.
CREATE OR REPLACE VIEW :"workspace".entries WITH (security_invoker = true) AS
SELECT
    t.position,
    substr(t.stream, 6) AS case_slug,
    t.event,
    (t.entry ->> 'id')::uuid AS id,
    t.type,
    t.occurred,
    t.entry #>> '{occurred,kind}' AS occurred_kind,
    :"workspace".day_of(t.entry #>> '{occurred,earliest}') AS earliest,
    :"workspace".day_of(t.entry #>> '{occurred,latest}') AS latest,
    t.summary,
    ARRAY(
        SELECT s.slug FROM json_array_elements_text(t.entry -> 'sources') WITH ORDINALITY s (slug, place)
        ORDER BY s.place) AS sources,
    ARRAY(
        SELECT s.slug FROM json_array_elements_text(t.entry -> 'sources') WITH ORDINALITY s (slug, place)
        JOIN :"workspace".register r ON r.stream = 'source/' || s.slug AND r.withdrawn
        JOIN :"workspace".projection q ON q.name = 'registers' AND q.is_live AND q.generation = r.generation
        ORDER BY s.place) AS withdrawn_sources,
    coalesce((t.entry -> 'dissent')::jsonb, '[]') AS dissent,
    coalesce((t.entry ->> 'erased')::boolean, false) AS is_erased
FROM :"workspace".timeline_entry t
JOIN :"workspace".projection p ON p.name = 'timelines' AND p.is_live AND p.generation = t.generation;

ALTER VIEW :"workspace".entries OWNER TO cases_owner;

COMMENT ON VIEW :"workspace".entries IS
    'The timelines: one row for each event of the world, as corrected; retracted events are left out';
COMMENT ON COLUMN :"workspace".entries.position IS 'Position of the event in the log';
COMMENT ON COLUMN :"workspace".entries.case_slug IS 'Case';
COMMENT ON COLUMN :"workspace".entries.event IS 'Name: CASE/KEY, or CASE#VERSION if it has no key';
COMMENT ON COLUMN :"workspace".entries.id IS 'UUID of the event';
COMMENT ON COLUMN :"workspace".entries.type IS 'Type, such as control.taken; cases types lists them';
COMMENT ON COLUMN :"workspace".entries.occurred IS 'When it happened, EDTF; null: no source dates it';
COMMENT ON COLUMN :"workspace".entries.occurred_kind IS 'point: one moment; span: an interval';
COMMENT ON COLUMN :"workspace".entries.earliest IS
    'First day that occurred may mean; null: open, unknown or undated';
COMMENT ON COLUMN :"workspace".entries.latest IS
    'Last day that occurred may mean; null: open, unknown or undated';
COMMENT ON COLUMN :"workspace".entries.summary IS
    'What happened, in the words of the recorder; null: erased';
COMMENT ON COLUMN :"workspace".entries.sources IS
    'Slugs of the sources of its claims and corrections, also of those that deny it';
COMMENT ON COLUMN :"workspace".entries.withdrawn_sources IS 'Those of the sources that were withdrawn';
COMMENT ON COLUMN :"workspace".entries.dissent IS
    'Claims that deny, doubt or contradict it; an empty array: none';
COMMENT ON COLUMN :"workspace".entries.is_erased IS 'Whether what the event said was erased';
