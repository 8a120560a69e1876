-- What each case and each register says about each measure.
CREATE OR REPLACE VIEW :"workspace".measures WITH (security_invoker = true) AS
WITH stated AS (
    SELECT s.stream, m.state ->> 'measure' AS measure, m.state
    FROM :"workspace".case_state s
    JOIN :"workspace".projection p ON p.name = 'states' AND p.is_live AND p.generation = s.generation
    CROSS JOIN LATERAL json_array_elements(s.state -> 'measures') m (state)
)
SELECT
    m.measure,
    m.stream,
    CASE WHEN m.stream LIKE 'case/%' THEN substr(m.stream, 6) END AS case_slug,
    string_to_array(m.kinds, ' ') AS kinds,
    string_to_array(m.by_actors, ' ') AS by_actors,
    string_to_array(m.on_actors, ' ') AS on_actors,
    string_to_array(m.scope, chr(10)) AS scope,
    :"workspace".day_of(m.first_day) AS earliest,
    :"workspace".day_of(m.last_day) AS latest,
    s.state ->> 'status' AS status,
    s.state ->> 'direction' AS direction,
    s.state #>> '{since,edtf}' AS since,
    :"workspace".day_of(s.state #>> '{since,earliest}') AS since_earliest,
    :"workspace".day_of(s.state #>> '{since,latest}') AS since_latest,
    s.state #>> '{until,edtf}' AS until,
    count(*) OVER (PARTITION BY m.measure) = 1 AND s.state IS NOT NULL AS is_whole
FROM :"workspace".measure m
JOIN :"workspace".projection p ON p.name = 'measures' AND p.is_live AND p.generation = m.generation
LEFT JOIN stated s ON s.stream = m.stream AND s.measure = m.measure;

ALTER VIEW :"workspace".measures OWNER TO cases_owner;

COMMENT ON VIEW :"workspace".measures IS
    'What each case, and each register, says about each measure; cases measures puts them together';
COMMENT ON COLUMN :"workspace".measures.measure IS 'Slug, the same in all cases';
COMMENT ON COLUMN :"workspace".measures.stream IS
    'Case or register that tells of it: case/SLUG or measure/SLUG';
COMMENT ON COLUMN :"workspace".measures.case_slug IS
    'Case that tells of it; null: the row is from its register';
COMMENT ON COLUMN :"workspace".measures.kinds IS 'Kinds stated here';
COMMENT ON COLUMN :"workspace".measures.by_actors IS
    'Slugs of those who impose it, and of its jurisdiction, stated here';
COMMENT ON COLUMN :"workspace".measures.on_actors IS 'Slugs of its targets stated here';
COMMENT ON COLUMN :"workspace".measures.scope IS
    'Codes of its scope in lower case, without dots and spaces, stated here';
COMMENT ON COLUMN :"workspace".measures.earliest IS
    'First day on which it may have been in force, as stated here; null: open';
COMMENT ON COLUMN :"workspace".measures.latest IS
    'Last day on which it may have been in force, as stated here; null: open';
COMMENT ON COLUMN :"workspace".measures.status IS
    'proposed, announced, in_force, suspended or ended, by the events of this case alone; null:'
    ' from a register';
COMMENT ON COLUMN :"workspace".measures.direction IS
    'restricts or eases, by the events of this case alone';
COMMENT ON COLUMN :"workspace".measures.since IS
    'Since when it has this status, EDTF, by the events of this case alone; null: undated';
COMMENT ON COLUMN :"workspace".measures.since_earliest IS
    'First day that since may mean; null: open, unknown or undated';
COMMENT ON COLUMN :"workspace".measures.since_latest IS
    'Last day that since may mean; null: open, unknown or undated';
COMMENT ON COLUMN :"workspace".measures.until IS
    'Until when it, or its suspension, is to last, EDTF, by the events of this case alone; null:'
    ' not stated';
COMMENT ON COLUMN :"workspace".measures.is_whole IS
    'Whether nothing else tells of it: the row then has the status that cases measures shows';
