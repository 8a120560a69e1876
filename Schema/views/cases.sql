-- The cases, one row each.
CREATE OR REPLACE VIEW :"workspace".cases WITH (security_invoker = true) AS
SELECT
    substr(s.stream, 6) AS case_slug,
    s.title,
    s.status,
    s.happenings AS event_count,
    s.last_event,
    s.last_occurred,
    e.earliest AS last_earliest,
    e.latest AS last_latest,
    s.state::jsonb AS state
FROM :"workspace".case_state s
JOIN :"workspace".projection p ON p.name = 'states' AND p.is_live AND p.generation = s.generation
LEFT JOIN :"workspace".entries e ON e.event = s.last_event AND e.case_slug = substr(s.stream, 6);

ALTER VIEW :"workspace".cases OWNER TO cases_owner;

COMMENT ON VIEW :"workspace".cases IS 'The cases, one row each, as their own events determine them';
COMMENT ON COLUMN :"workspace".cases.case_slug IS 'Slug';
COMMENT ON COLUMN :"workspace".cases.title IS 'Title; null: not opened, or erased';
COMMENT ON COLUMN :"workspace".cases.status IS 'open or closed';
COMMENT ON COLUMN :"workspace".cases.event_count IS 'Number of its rows in entries';
COMMENT ON COLUMN :"workspace".cases.last_event IS
    'Last dated event of the world, or the last recorded one if none is dated';
COMMENT ON COLUMN :"workspace".cases.last_occurred IS 'Its date, EDTF; null: undated';
COMMENT ON COLUMN :"workspace".cases.last_earliest IS
    'First day that last_occurred may mean; null: open, unknown or undated';
COMMENT ON COLUMN :"workspace".cases.last_latest IS
    'Last day that last_occurred may mean; null: open, unknown or undated';
COMMENT ON COLUMN :"workspace".cases.state IS
    'Controls, listings, roles, ownership, measures …, as cases show CASE --json names them';
