-- Measures and lists have streams of their own: is_well_formed as in 004, with two more kinds of
-- stream. Every row that was let in before is well formed still.
CREATE OR REPLACE FUNCTION :"workspace".is_well_formed(
    "position" bigint, version bigint, language smallint, id uuid, stream text, type text,
    recorded_by text, key text, digest bytea, leaf bytea, salt bytea, body json
) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
AS $$
DECLARE
    slug CONSTANT text := '[a-z0-9]+(-[a-z0-9]+)*';
    unprintable CONSTANT text :=
        '[' || chr(1) || '-' || chr(31) || chr(127) || '-' || chr(159) || ']';
BEGIN
    IF position >= 1 AND version >= 1 AND language >= 1
        AND stream ~ ('^(case|actor|source|measure|list)/' || slug || '$')
        AND length(stream) <= 80 + strpos(stream, '/')
        AND type ~ '^[a-z]+[.][a-z_]+$'
        AND recorded_by !~ (unprintable || '|/$') AND octet_length(recorded_by) <= 100
        AND octet_length(digest) = 32 AND octet_length(leaf) = 32
        AND (body IS NULL AND salt IS NULL
            OR octet_length(salt) = 16
            AND json_typeof(body) = 'object' AND octet_length(body::text) <= 65535
            AND (body -> 'key')::text IS NOT DISTINCT FROM '"' || key || '"')
        AND (key IS NULL OR key ~ ('^' || slug || '$') AND length(key) <= 80)
    THEN
        RETURN true;
    END IF;
    RAISE EXCEPTION USING ERRCODE = 'LG003', MESSAGE = format(
        'event %s cannot be recorded: %s', id, CASE
            WHEN stream !~ ('^(case|actor|source|measure|list)/' || slug || '$')
                OR length(stream) > 80 + strpos(stream, '/')
                THEN 'its stream is not case/, actor/, source/, measure/ or list/ and a slug of at'
                    ' most 80 letters'
            WHEN type !~ '^[a-z]+[.][a-z_]+$'
                THEN 'its type is not two lower-case words joined by a dot'
            WHEN recorded_by ~ (unprintable || '|/$') OR octet_length(recorded_by) > 100
                THEN 'the name of who records it is missing, not printable, or longer than'
                    ' 100 bytes with its role; give another name'
            WHEN json_typeof(body) <> 'object' THEN 'its body is not a JSON object'
            WHEN octet_length(body::text) > 65535
                THEN 'its body is longer than 65,535 bytes; keep long texts in a source'
            WHEN (body -> 'key')::text !~ ('^"' || slug || '"$')
                OR length(key) > 80
                THEN 'its key is not a slug of at most 80 letters'
            ELSE 'its numbers, digests or salt were not made by append'
        END);
END
$$;

ALTER FUNCTION :"workspace".is_well_formed(
    bigint, bigint, smallint, uuid, text, text, text, text, bytea, bytea, bytea, json
) OWNER TO cases_owner;
