-- The recorded sources, one row each.
CREATE OR REPLACE VIEW :"workspace".sources WITH (security_invoker = true) AS
SELECT
    substr(r.stream, 8) AS source,
    r.name AS title,
    r.register ->> 'publisher' AS publisher,
    ARRAY(
        SELECT a.name FROM json_array_elements_text(r.register -> 'authors') WITH ORDINALITY a (name, place)
        ORDER BY a.place) AS authors,
    r.register ->> 'published' AS published,
    :"workspace".day_of(r.first_day) AS published_earliest,
    :"workspace".day_of(r.last_day) AS published_latest,
    (
        SELECT e.recorded_at FROM :"workspace".event e
        WHERE e.stream = r.stream AND e.type = 'source.captured' ORDER BY e.version DESC LIMIT 1
    ) AS recorded_at,
    r.register ->> 'url' AS url,
    r.register ->> 'reports' AS reports,
    r.register ->> 'grade' AS grade,
    r.register ->> 'sha256' AS sha256,
    r.withdrawn AS is_withdrawn
FROM :"workspace".register r
JOIN :"workspace".projection p ON p.name = 'registers' AND p.is_live AND p.generation = r.generation
WHERE r.stream LIKE 'source/%';

ALTER VIEW :"workspace".sources OWNER TO cases_owner;

COMMENT ON VIEW :"workspace".sources IS 'The recorded sources, one row each, as corrected';
COMMENT ON COLUMN :"workspace".sources.source IS 'Slug';
COMMENT ON COLUMN :"workspace".sources.title IS 'Title; null: none';
COMMENT ON COLUMN :"workspace".sources.publisher IS 'Publisher; null: not stated';
COMMENT ON COLUMN :"workspace".sources.authors IS 'Authors';
COMMENT ON COLUMN :"workspace".sources.published IS 'When it was published, EDTF; null: undated';
COMMENT ON COLUMN :"workspace".sources.published_earliest IS
    'First day that published may mean; null: open, unknown or undated';
COMMENT ON COLUMN :"workspace".sources.published_latest IS
    'Last day that published may mean; null: open, unknown or undated';
COMMENT ON COLUMN :"workspace".sources.recorded_at IS
    'When the source was recorded; its day, in UTC, counts if it is undated';
COMMENT ON COLUMN :"workspace".sources.url IS 'Where it can be read; null: not stated';
COMMENT ON COLUMN :"workspace".sources.reports IS 'Slug of the source that it retells; null: none';
COMMENT ON COLUMN :"workspace".sources.grade IS
    'How reliable it is, by the Admiralty system; null: not graded';
COMMENT ON COLUMN :"workspace".sources.sha256 IS 'SHA-256 of a stored copy; null: none';
COMMENT ON COLUMN :"workspace".sources.is_withdrawn IS 'Whether it was withdrawn and no longer counts';
