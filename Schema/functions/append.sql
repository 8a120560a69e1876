-- Appends one event. `expected` is the expected version of the stream: 0 if the stream must not exist,
-- null for no check. Call it as a single statement outside a transaction block. The event is on disk
-- when the function returns. Errors: LG001 version conflict, LG002 id conflict, LG003 malformed.
CREATE OR REPLACE FUNCTION :"workspace".append(
    new_id uuid, new_stream text, new_type text, new_body json, name text,
    expected bigint DEFAULT NULL,
    OUT "position" bigint, OUT version bigint, OUT recorded_at timestamptz, OUT replayed boolean
)
LANGUAGE sql VOLATILE
BEGIN ATOMIC
    SELECT a.position, a.version, a.recorded_at, a.replayed
    FROM :"workspace".append_one(
        new_id, new_stream, new_type, new_body, name, expected, false) a;
END;

ALTER FUNCTION :"workspace".append(uuid, text, text, json, text, bigint) OWNER TO cases_owner;
