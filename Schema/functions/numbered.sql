-- The drafts as they will be stored: positions after `top`, versions without gaps, times from `moment`
-- on, one microsecond apart, and the leaf computed from them. These numbers are free only while the lock
-- of head is held.
CREATE OR REPLACE FUNCTION :"workspace".numbered(
    drafts :"workspace".event[], top bigint, moment timestamptz
) RETURNS :"workspace".event[]
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    made :"workspace".event[];
BEGIN
    -- A stream is looked up once, for the first of its events.
    WITH tip AS MATERIALIZED (
        SELECT d.stream, (
            SELECT e.version FROM :"workspace".event e WHERE e.stream = d.stream
            ORDER BY e.version DESC LIMIT 1
        ) AS version
        FROM unnest(drafts) d WHERE d.version = 1
    )
    SELECT array_agg(CAST(ROW(
        n.position, n.version, n.recorded_at, n.language, n.id, n.stream, n.type, n.recorded_by, n.key,
        n.digest,
        :"workspace".leaf(:"workspace".header(
            n.stream, n.version, n.id, n.type, n.recorded_at, n.recorded_by, n.digest)),
        n.salt, n.body
    ) AS :"workspace".event) ORDER BY n.position)
    INTO made
    FROM (
        SELECT top + d.position AS position, coalesce(tip.version, 0) + d.version AS version,
            moment + (d.position - 1) * interval '1 microsecond' AS recorded_at,
            d.language, d.id, d.stream, d.type, d.recorded_by, d.key, d.digest, d.salt, d.body
        FROM unnest(drafts) d LEFT JOIN tip ON tip.stream = d.stream
    ) n;
    RETURN made;
END
$$;

ALTER FUNCTION :"workspace".numbered(:"workspace".event[], bigint, timestamptz)
    OWNER TO cases_owner;
