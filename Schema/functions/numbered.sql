-- The drafts as they will be stored: positions after `top`, dense versions, moments from `moment` on,
-- a microsecond apart, and with them the leaf. Only under the lock of head are these numbers free.
CREATE OR REPLACE FUNCTION :"workspace".numbered(
    drafts :"workspace".event[], top bigint, moment timestamptz
) RETURNS :"workspace".event[]
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    made :"workspace".event[];
BEGIN
    SELECT array_agg(CAST(ROW(
        n.position, n.version, n.recorded_at, d.language, d.id, d.stream, d.type, d.recorded_by, d.key,
        d.digest,
        :"workspace".leaf(:"workspace".header(
            d.stream, n.version, d.id, d.type, n.recorded_at, d.recorded_by, d.digest)),
        d.salt, d.body
    ) AS :"workspace".event) ORDER BY n.position)
    INTO made
    FROM (
        SELECT g AS draft, top + row_number() OVER (ORDER BY g.position) AS position,
            moment + (row_number() OVER (ORDER BY g.position) - 1) * interval '1 microsecond'
                AS recorded_at,
            row_number() OVER (PARTITION BY g.stream ORDER BY g.position) + (
                SELECT coalesce(max(e.version), 0)
                FROM :"workspace".event e WHERE e.stream = g.stream) AS version
        FROM unnest(drafts) g
    ) n
    CROSS JOIN LATERAL (SELECT (n.draft).*) d;
    RETURN made;
END
$$;

ALTER FUNCTION :"workspace".numbered(:"workspace".event[], bigint, timestamptz)
    OWNER TO cases_owner;
