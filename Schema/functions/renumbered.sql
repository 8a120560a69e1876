-- Drafts after some were removed, with `position` and `version` renumbered without gaps; null if no
-- draft is left.
CREATE OR REPLACE FUNCTION :"workspace".renumbered(drafts :"workspace".event[])
RETURNS :"workspace".event[]
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    dense :"workspace".event[];
BEGIN
    SELECT array_agg(CAST(ROW(
        s.place, s.nth, s.recorded_at, s.language, s.id, s.stream, s.type, s.recorded_by, s.key,
        s.digest, s.leaf, s.salt, s.body
    ) AS :"workspace".event) ORDER BY s.place)
    INTO dense
    FROM (
        SELECT d.*, row_number() OVER (ORDER BY d.position) AS place,
            row_number() OVER (PARTITION BY d.stream ORDER BY d.position) AS nth
        FROM unnest(drafts) d
    ) s;
    RETURN dense;
END
$$;

ALTER FUNCTION :"workspace".renumbered(:"workspace".event[]) OWNER TO cases_owner;
