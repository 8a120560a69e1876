-- Appends one event. `expected` is the stream's version before, 0 where there must be no such stream,
-- null where any will do. Call it as one statement outside a transaction block. It is on disk when it is
-- answered. Errors: LG001 version conflict, LG002 id conflict, LG003 malformed.
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
