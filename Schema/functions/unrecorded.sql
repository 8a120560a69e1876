-- Removes drafts that the log already has: an id that is already recorded is a duplicate if the content
-- is the same, and refused otherwise. Null if no draft is left. The result stays valid only while the
-- lock of head is held.
CREATE OR REPLACE FUNCTION :"workspace".unrecorded(drafts :"workspace".event[])
RETURNS :"workspace".event[]
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    fresh :"workspace".event[];
    clash uuid;
BEGIN
    SELECT
        array_agg(d ORDER BY d.position) FILTER (WHERE e.id IS NULL),
        (array_agg(d.id ORDER BY d.position) FILTER (
            WHERE k.id <> d.id OR e.id IS NOT NULL
            AND (e.stream, e.type, e.body::text) IS DISTINCT FROM (d.stream, d.type, d.body::text)
        ))[1]
    INTO fresh, clash
    FROM unnest(drafts) d
    LEFT JOIN LATERAL (
        SELECT * FROM :"workspace".event e WHERE e.id = d.id LIMIT 1
    ) e ON true
    LEFT JOIN LATERAL (
        SELECT k.id FROM :"workspace".event k WHERE k.stream = d.stream AND k.key = d.key LIMIT 1
    ) k ON true;
    IF clash IS NOT NULL THEN
        PERFORM :"workspace".refuse_clash(clash);
    END IF;
    RETURN :"workspace".renumbered(fresh);
END
$$;

ALTER FUNCTION :"workspace".unrecorded(:"workspace".event[]) OWNER TO cases_owner;
