-- Removes drafts that repeat an earlier one: an id given twice with the same content is a duplicate of
-- the first. An id with other content is refused, and so is a key given to two events.
CREATE OR REPLACE FUNCTION :"workspace".each_once(drafts :"workspace".event[])
RETURNS :"workspace".event[]
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    kept :"workspace".event[];
    clash uuid;
BEGIN
    SELECT
        array_agg(s.d ORDER BY (s.d).position) FILTER (WHERE s.nth = 1),
        (array_agg((s.d).id ORDER BY (s.d).position) FILTER (
            WHERE s.namesake <> (s.d).id
            OR ((s.d).stream, (s.d).type, (s.d).body::text) IS DISTINCT FROM
                ((s.first).stream, (s.first).type, (s.first).body::text)))[1]
    INTO kept, clash
    FROM (
        SELECT d, row_number() OVER same_id AS nth, first_value(d) OVER same_id AS first,
            CASE WHEN d.key IS NOT NULL THEN first_value(d.id) OVER same_key END AS namesake
        FROM unnest(drafts) d
        WINDOW same_id AS (PARTITION BY d.id ORDER BY d.position),
            same_key AS (PARTITION BY d.stream, d.key ORDER BY d.position)
    ) s;
    IF clash IS NOT NULL THEN
        PERFORM :"workspace".refuse_clash(clash);
    END IF;
    RETURN :"workspace".renumbered(kept);
END
$$;

ALTER FUNCTION :"workspace".each_once(:"workspace".event[]) OWNER TO cases_owner;
