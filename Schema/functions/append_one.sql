-- Implements append for one event. Errors: LG001 version conflict, LG002 id conflict, LG003 malformed.
--
-- The event is on disk when the function returns, regardless of the session's settings, unless `flushed`
-- is false. That is possible only if the caller `defers`: if it had to wait for the lock, it releases
-- the lock before the flush, so that later appends wait less, and must not report the event before
-- flush() returns. The id of an event with a key is then only checked to be of version 5.
--
-- Plans use indexes regardless of the statistics: a session may begin with a log of five events.
CREATE OR REPLACE FUNCTION :"workspace".append_one(
    new_id uuid, new_stream text, new_type text, new_body json, name text,
    expected bigint, defers boolean,
    OUT "position" bigint, OUT version bigint, OUT recorded_at timestamptz, OUT replayed boolean,
    OUT flushed boolean
)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
SET lock_timeout = '2s'
SET enable_seqscan = off
AS $$
DECLARE
    author text := :"workspace".recorded_by(name);
    new_key text := :"workspace".key_of(new_id, new_body);
    -- A column that may not be null would refuse it with all of the row, salt and body, in the
    -- server's log.
    malformation text := CASE
        WHEN num_nulls(new_id, new_stream, new_type, new_body, name) > 0
            THEN 'its id, stream, type or body, or the name of who records it, is null'
        ELSE :"workspace".malformation(new_id, new_stream, new_key, new_body, NOT defers)
    END;
    new_salt bytea := uuid_send(gen_random_uuid());
    new_digest bytea := sha256(new_salt || convert_to(new_body::text, 'UTF8'));
    stamp timestamptz := clock_timestamp();
    last bigint;
    known bigint;
    namesake uuid;
    same boolean;
BEGIN
    -- Takes the lock and the position at once; all that follows sees the log as it stands. Each event
    -- has a moment of its own, so that two that change places are found out by their headers.
    UPDATE :"workspace".head h
    SET position = h.position + 1,
        recorded_at = greatest(h.recorded_at + interval '1 microsecond', stamp)
    WHERE h.one
    RETURNING h.position, h.recorded_at, :"workspace".flushes(stamp, defers)
    INTO STRICT position, recorded_at, flushed;

    SELECT
        coalesce((
            SELECT e.version FROM :"workspace".event e WHERE e.stream = new_stream
            ORDER BY e.version DESC LIMIT 1), 0),
        (SELECT e.position FROM :"workspace".event e WHERE e.id = new_id),
        (SELECT e.id FROM :"workspace".event e WHERE e.stream = new_stream AND e.key = new_key)
    INTO last, known, namesake;

    IF known IS NOT NULL THEN
        UPDATE :"workspace".head h SET position = h.position - 1 WHERE h.one;
        SELECT e.position, e.version, e.recorded_at, true,
            (e.stream, e.type, e.body::text) IS NOT DISTINCT FROM
            (new_stream, new_type, new_body::text)
        INTO position, version, recorded_at, replayed, same
        FROM :"workspace".event e WHERE e.position = known;
        IF same THEN RETURN; END IF;
    END IF;
    IF known IS NOT NULL OR namesake IS NOT NULL THEN
        PERFORM :"workspace".refuse_clash(new_id);
    END IF;
    IF expected <> last THEN
        PERFORM :"workspace".refuse_version(new_stream, last, expected);
    END IF;

    IF malformation IS NOT NULL THEN
        PERFORM :"workspace".refuse_malformed(new_id, malformation);
    END IF;

    version := last + 1;
    replayed := false;
    INSERT INTO :"workspace".event VALUES (
        position, version, recorded_at, 1, new_id, new_stream, new_type, author, new_key, new_digest,
        :"workspace".leaf(:"workspace".header(
            new_stream, version, new_id, new_type, recorded_at, author, new_digest)),
        new_salt, new_body);
END
$$;

ALTER FUNCTION :"workspace".append_one(uuid, text, text, json, text, bigint, boolean)
    OWNER TO cases_owner;
