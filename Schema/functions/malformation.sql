-- What `verify` and every reader would reject in an event, beyond what is_well_formed refuses; null if
-- the event is valid. append calls it before it takes the lock. It is not a CHECK constraint, because
-- older logs may contain such events and must be restorable. The hash behind an id costs more than the
-- rest of an append: it is computed only if `hashes` is true; otherwise the id need only be of version
-- 5, and the client is responsible for it (decision 024).
CREATE OR REPLACE FUNCTION :"workspace".malformation(
    id uuid, stream text, key text, body json, hashes boolean
) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
AS $$
DECLARE
    is_of_version_5 CONSTANT boolean := get_byte(uuid_send(id), 6) >> 4 = 5;
BEGIN
    IF json_typeof(body) <> 'object' OR octet_length(body::text) > 65535 THEN
        RETURN NULL;  -- is_well_formed says so
    ELSIF NOT :"workspace".is_canonical(body::text) THEN
        RETURN 'its body is not canonical JSON (RFC 8785) of whole numbers and printable text;'
            ' send the bytes that cases add-event --dry-run shows';
    ELSIF key IS NULL THEN
        IF is_of_version_5 THEN
            RETURN 'its id is of version 5, which only an event with a key has;'
                ' make one of version 4 or 7';
        END IF;
    ELSIF NOT (is_of_version_5 AND (
            NOT hashes OR length(key) <= 80 AND length(stream) <= 100
            AND id = :"workspace".keyed_id(stream, key)))
        AND key ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(key) <= 80
        AND json_typeof(body -> 'key') = 'string'
    THEN
        RETURN 'its id is not the UUID of version 5 of stream/key in the namespace'
            ' a47b9759-9e03-5de5-8c67-31b2622a3977';
    END IF;
    RETURN NULL;
END
$$;

ALTER FUNCTION :"workspace".malformation(uuid, text, text, json, boolean) OWNER TO cases_owner;
