-- The eight lines that the leaf commits to. Their format is final; `/1` is the column `language`.
CREATE OR REPLACE FUNCTION :"workspace".header(
    stream text, version bigint, id uuid, type text,
    recorded_at timestamptz, recorded_by text, digest bytea
) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
RETURN format(
    E'cases.event/1\nstream: %s\nversion: %s\nid: %s\ntype: %s\n'
    'recorded-at: %s\nrecorded-by: %s\nbody: %s\n',
    stream, version, id, type,
    to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), recorded_by,
    encode(digest, 'hex'));

ALTER FUNCTION :"workspace".header(text, bigint, uuid, text, timestamptz, text, bytea)
    OWNER TO cases_owner;
