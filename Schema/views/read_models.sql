-- How far the rows behind the other views have come. The versions are those of the folds in the program
-- that installed this view.
CREATE OR REPLACE VIEW :"workspace".read_models WITH (security_invoker = true) AS
SELECT
    k.name,
    coalesce(p.position, 0) AS position,
    greatest(h.position - coalesce(p.position, 0), 0) AS lag,
    CASE
        WHEN p.name IS NULL THEN 'not built'
        WHEN p.version <> k.version THEN 'other version'
        WHEN p.position > h.position THEN 'ahead'
        WHEN p.position > 0 AND p.leaf IS DISTINCT FROM e.leaf THEN 'other log'
        WHEN p.failure IS NOT NULL THEN 'stopped'
        WHEN p.position < h.position THEN 'behind'
        ELSE 'current'
    END AS status,
    p.failed_at,
    p.failure
FROM (
    VALUES
        ('due', 1), ('links', 3), ('measures', 1), ('mentions', 2), ('participants', 1), ('registers', 3),
        ('search', 2), ('states', 4), ('timelines', 4), ('unreadable', 1)
) k (name, version)
CROSS JOIN :"workspace".head h
LEFT JOIN :"workspace".projection p ON p.name = k.name AND p.is_live
LEFT JOIN :"workspace".event e ON e.position = p.position;

ALTER VIEW :"workspace".read_models OWNER TO cases_owner;

COMMENT ON VIEW :"workspace".read_models IS
    'How far the rows behind the views have come: they are complete if every status is current';
COMMENT ON COLUMN :"workspace".read_models.name IS
    'Read model: timelines is behind entries, registers behind actors and sources, states behind'
    ' cases …';
COMMENT ON COLUMN :"workspace".read_models.position IS 'Its rows include the log up to this position';
COMMENT ON COLUMN :"workspace".read_models.lag IS 'Number of events that its rows lack';
COMMENT ON COLUMN :"workspace".read_models.status IS
    'current, behind, stopped, ahead, other log, other version or not built';
COMMENT ON COLUMN :"workspace".read_models.failed_at IS
    'Position of the event at which it stopped; null: it did not';
COMMENT ON COLUMN :"workspace".read_models.failure IS 'Why it stopped; null: it did not';
