-- The events of a batch as far as they can be made before the lock is taken: checked, each id once,
-- with salt, digest and key. `position` is, for the time being, the place in the batch.
CREATE OR REPLACE FUNCTION :"workspace".drafts(
    ids uuid[], streams text[], types text[], bodies json[], author text
) RETURNS :"workspace".event[]
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    clash uuid;
    made :"workspace".event[];
BEGIN
    IF (cardinality(ids) > 0 AND cardinality(ids) = ALL (
        ARRAY[cardinality(streams), cardinality(types), cardinality(bodies)])) IS NOT TRUE
    THEN
        RAISE EXCEPTION USING ERRCODE = 'LG003', MESSAGE =
            'an append takes one id, stream, type and body for each event, and at least one event';
    END IF;

    SELECT array_agg(CAST(ROW(
        s.ordinal, 0, NULL, 1, s.id, s.stream, s.type, author, s.body ->> 'key',
        sha256(s.salt || convert_to(s.body::text, 'UTF8')), NULL, s.salt, s.body
    ) AS :"workspace".event) ORDER BY s.ordinal)
    INTO made
    FROM (
        SELECT u.*, uuid_send(gen_random_uuid()) AS salt
        FROM unnest(ids, streams, types, bodies)
            WITH ORDINALITY u (id, stream, type, body, ordinal)
    ) s;

    -- An id given twice with the same content is a replay of the first; a key names one event.
    SELECT
        array_agg(s.d ORDER BY (s.d).position) FILTER (WHERE s.nth = 1),
        (array_agg((s.d).id ORDER BY (s.d).position) FILTER (
            WHERE s.namesake <> (s.d).id
            OR ((s.d).stream, (s.d).type, (s.d).body::text) IS DISTINCT FROM
                ((s.first).stream, (s.first).type, (s.first).body::text)))[1]
    INTO made, clash
    FROM (
        SELECT d, row_number() OVER same_id AS nth, first_value(d) OVER same_id AS first,
            CASE WHEN d.key IS NOT NULL THEN first_value(d.id) OVER same_key END AS namesake
        FROM unnest(made) d
        WINDOW same_id AS (PARTITION BY d.id ORDER BY d.position),
            same_key AS (PARTITION BY d.stream, d.key ORDER BY d.position)
    ) s;
    IF clash IS NOT NULL THEN
        PERFORM :"workspace".refuse_clash(clash);
    END IF;
    RETURN made;
END
$$;

ALTER FUNCTION :"workspace".drafts(uuid[], text[], text[], json[], text) OWNER TO cases_owner;
