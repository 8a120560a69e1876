-- The events of a batch, as far as they can be built before the lock is taken: with salt, digest and
-- key. `position` and `version` are provisional: the place in the batch, and the place among the events
-- of the same stream.
CREATE OR REPLACE FUNCTION :"workspace".drafts(
    ids uuid[], streams text[], types text[], bodies json[], author text
) RETURNS :"workspace".event[]
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    made :"workspace".event[];
BEGIN
    -- A column that may not be null would refuse it with all of the row, salt and body, in the
    -- server's log.
    IF (cardinality(ids) > 0 AND author IS NOT NULL AND cardinality(ids) = ALL (
        ARRAY[cardinality(streams), cardinality(types), cardinality(bodies)])) IS NOT TRUE
        OR EXISTS (
            SELECT FROM unnest(ids, streams, types, bodies) u (id, stream, type, body)
            WHERE num_nulls(u.id, u.stream, u.type, u.body) > 0)
    THEN
        RAISE EXCEPTION USING ERRCODE = 'LG003', MESSAGE =
            'an append takes one id, stream, type and body for each event, at least one event, and a'
            ' name; none of them is null';
    END IF;

    SELECT array_agg(CAST(ROW(
        s.ordinal, s.nth, NULL, 1, s.id, s.stream, s.type, author, s.key,
        sha256(s.salt || convert_to(s.body::text, 'UTF8')), NULL, s.salt, s.body
    ) AS :"workspace".event) ORDER BY s.ordinal)
    INTO made
    FROM (
        SELECT u.*, :"workspace".key_of(u.id, u.body) AS key, uuid_send(gen_random_uuid()) AS salt,
            row_number() OVER (PARTITION BY u.stream COLLATE "C" ORDER BY u.ordinal) AS nth
        FROM unnest(ids, streams, types, bodies)
            WITH ORDINALITY u (id, stream, type, body, ordinal)
    ) s;
    RETURN made;
END
$$;

ALTER FUNCTION :"workspace".drafts(uuid[], text[], text[], json[], text) OWNER TO cases_owner;
