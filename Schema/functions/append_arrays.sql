-- Appends a batch, all or nothing: event i is (ids[i], streams[i], types[i], bodies[i]). Each stream in
-- `expected_streams` must be at the version at the same index before the append (0: it must not exist),
-- even if the batch does not write to it. Returns one row per event, in order. Call it as a single
-- statement outside a transaction block. Errors and durability: as in the append of one event.
CREATE OR REPLACE FUNCTION :"workspace".append(
    ids uuid[], streams text[], types text[], bodies json[], name text,
    expected_streams text[], expected_versions bigint[]
) RETURNS TABLE (
    ordinal bigint, id uuid, "position" bigint, version bigint, recorded_at timestamptz,
    replayed boolean
)
LANGUAGE sql VOLATILE
BEGIN ATOMIC
    SELECT a.ordinal, a.id, a.position, a.version, a.recorded_at, a.replayed
    FROM :"workspace".append_batch(
        ids, streams, types, bodies, name, expected_streams, expected_versions, false) a;
END;

ALTER FUNCTION :"workspace".append(
    uuid[], text[], text[], json[], text, text[], bigint[]
) OWNER TO cases_owner;
