-- The log as a table, one row for each event, as it was recorded.
CREATE OR REPLACE VIEW :"workspace".events WITH (security_invoker = true) AS
SELECT
    e.position,
    :"workspace".event_name(e.stream, e.key, e.version) AS event,
    e.stream,
    split_part(e.stream, '/', 1) AS kind,
    split_part(e.stream, '/', 2) AS slug,
    e.version,
    e.id,
    e.key,
    e.type,
    e.recorded_at,
    e.recorded_by,
    e.body ->> 'occurred' AS occurred,
    e.body ->> 'summary' AS summary,
    e.body::jsonb AS body,
    e.body IS NULL AS is_erased
FROM :"workspace".event e;

ALTER VIEW :"workspace".events OWNER TO cases_owner;

COMMENT ON VIEW :"workspace".events IS
    'The log: one row for each event, as it was recorded; corrections and retractions are rows of'
    ' their own';
COMMENT ON COLUMN :"workspace".events.position IS 'Number in the log: 1, 2, 3 … without gaps';
COMMENT ON COLUMN :"workspace".events.event IS
    'Name: CASE/KEY, CASE#VERSION if it has no key, actor/SLUG/KEY for a register';
COMMENT ON COLUMN :"workspace".events.stream IS
    'case/SLUG, actor/SLUG, source/SLUG, measure/SLUG or list/SLUG';
COMMENT ON COLUMN :"workspace".events.kind IS 'case, actor, source, measure or list';
COMMENT ON COLUMN :"workspace".events.slug IS 'Slug of the case, actor, source, measure or list';
COMMENT ON COLUMN :"workspace".events.version IS 'Number in the stream';
COMMENT ON COLUMN :"workspace".events.id IS 'UUID; version 5 if it is derived from stream and key';
COMMENT ON COLUMN :"workspace".events.key IS 'Slug that names the event in its stream; null: none';
COMMENT ON COLUMN :"workspace".events.type IS 'Type, such as control.taken; cases types lists them';
COMMENT ON COLUMN :"workspace".events.recorded_at IS 'When it was recorded, by the clock of the server';
COMMENT ON COLUMN :"workspace".events.recorded_by IS
    'Login role as the server knows it, then / and the name that the client gave';
COMMENT ON COLUMN :"workspace".events.occurred IS
    'When it happened, EDTF, as recorded; null: no source dates it, or an event about the record';
COMMENT ON COLUMN :"workspace".events.summary IS
    'What happened, in the words of the recorder, as recorded';
COMMENT ON COLUMN :"workspace".events.body IS 'All that the event says; null: erased';
COMMENT ON COLUMN :"workspace".events.is_erased IS
    'Whether the body was erased, where a law required it';
