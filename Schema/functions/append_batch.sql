-- Implements append for a batch. `defers` and `flushed`: as in append_one.
--
-- Plans are cached: a session may begin with an empty log and end with millions of events. So every
-- look-up in the log is a subselect, or has a LIMIT, that can only be executed as a single index
-- look-up: a join would be planned for a small log, and would read all of it.
CREATE OR REPLACE FUNCTION :"workspace".append_batch(
    ids uuid[], streams text[], types text[], bodies json[], name text,
    expected_streams text[], expected_versions bigint[], defers boolean
) RETURNS TABLE (
    ordinal bigint, id uuid, "position" bigint, version bigint, recorded_at timestamptz,
    replayed boolean, flushed boolean
)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
SET lock_timeout = '2s'
SET enable_seqscan = off
SET jit = off
SET plan_cache_mode = force_generic_plan
AS $$
DECLARE
    drafts :"workspace".event[] :=
        :"workspace".drafts(ids, streams, types, bodies, :"workspace".recorded_by(name));
    fresh :"workspace".event[];
    -- Those that are refused unless they are known already.
    malformed uuid[] := (
        SELECT array_agg(d.id ORDER BY d.position) FROM unnest(drafts) d
        WHERE :"workspace".malformation(d.id, d.stream, d.key, d.body, NOT defers) IS NOT NULL);
    stamp timestamptz := clock_timestamp();
    top bigint;
    moment timestamptz;
    guard record;
    is_elsewhere boolean := false;
    is_inserted boolean := false;
    is_flushed boolean;
BEGIN
    -- Takes the lock, the positions and a moment for each at once; all that follows sees the log as
    -- it stands.
    UPDATE :"workspace".head h
    SET position = h.position + cardinality(drafts),
        recorded_at = greatest(h.recorded_at + interval '1 microsecond', stamp)
            + (cardinality(drafts) - 1) * interval '1 microsecond'
    WHERE h.one
    RETURNING
        h.position - cardinality(drafts),
        h.recorded_at - (cardinality(drafts) - 1) * interval '1 microsecond',
        :"workspace".flushes(stamp, defers)
    INTO STRICT top, moment, is_flushed;

    IF cardinality(expected_streams) > 0 THEN
        SELECT x.stream, x.version, n.last INTO guard
        FROM unnest(expected_streams, expected_versions) WITH ORDINALITY x (stream, version, nth)
        CROSS JOIN LATERAL (SELECT coalesce((
            SELECT e.version FROM :"workspace".event e WHERE e.stream = x.stream
            ORDER BY e.version DESC LIMIT 1), 0) AS last
        ) n
        WHERE n.last IS DISTINCT FROM x.version
        ORDER BY x.nth LIMIT 1;
        is_elsewhere := FOUND;
    END IF;

    -- Nearly always nothing of it is known yet, nor given twice: the unique indexes say so in passing.
    IF NOT is_elsewhere AND malformed IS NULL THEN
        BEGIN
            fresh := :"workspace".numbered(drafts, top, moment);
            INSERT INTO :"workspace".event SELECT * FROM unnest(fresh);
            is_inserted := true;
        EXCEPTION WHEN unique_violation OR SQLSTATE 'LG003' THEN
            -- What clashes is told before what is malformed, so it is looked for first.
            NULL;
        END;
    END IF;

    IF NOT is_inserted THEN
        fresh := :"workspace".unrecorded(:"workspace".each_once(drafts));
        UPDATE :"workspace".head h
        SET position = top + coalesce(cardinality(fresh), 0)
        WHERE h.one;
        IF fresh IS NOT NULL THEN
            IF is_elsewhere THEN
                PERFORM :"workspace".refuse_version(guard.stream, guard.last, guard.version);
            END IF;
            PERFORM :"workspace".refuse_malformed(
                d.id, :"workspace".malformation(d.id, d.stream, d.key, d.body, NOT defers))
            FROM unnest(fresh) d WHERE d.id = ANY (malformed) ORDER BY d.position LIMIT 1;
            fresh := :"workspace".numbered(fresh, top, moment);
            INSERT INTO :"workspace".event SELECT * FROM unnest(fresh);
        END IF;
    END IF;

    IF cardinality(fresh) = cardinality(ids) THEN
        RETURN QUERY
        SELECT n.position - top, n.id, n.position, n.version, n.recorded_at, false, is_flushed
        FROM unnest(fresh) n;
        RETURN;
    END IF;

    RETURN QUERY
    SELECT g.ordinal, g.id, e.position, e.version, e.recorded_at, e.position <= top OR g.nth > 1,
        is_flushed
    FROM (
        SELECT u.ordinal, u.id, row_number() OVER (PARTITION BY u.id ORDER BY u.ordinal) AS nth
        FROM unnest(ids) WITH ORDINALITY u (id, ordinal)
    ) g
    CROSS JOIN LATERAL (SELECT * FROM :"workspace".event e WHERE e.id = g.id LIMIT 1) e
    ORDER BY g.ordinal;
END
$$;

ALTER FUNCTION :"workspace".append_batch(
    uuid[], text[], text[], json[], text, text[], bigint[], boolean
) OWNER TO cases_owner;
