-- The id of an event with a key: the UUID of version 5 (RFC 9562) of stream/key in the namespace
-- a47b9759-9e03-5de5-8c67-31b2622a3977.
CREATE OR REPLACE FUNCTION :"workspace".keyed_id(stream text, key text) RETURNS uuid
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (
    SELECT encode(
        set_byte(set_byte(
            d.digest, 6, get_byte(d.digest, 6) & 15 | 80), 8, get_byte(d.digest, 8) & 63 | 128),
        'hex')::uuid
    FROM (
        SELECT substring(:"workspace".sha1(
            decode('a47b97599e035de58c6731b2622a3977', 'hex')
            || convert_to(stream || '/' || key, 'UTF8')) FOR 16) AS digest
        OFFSET 0
    ) d);

ALTER FUNCTION :"workspace".keyed_id(text, text) OWNER TO cases_owner;
