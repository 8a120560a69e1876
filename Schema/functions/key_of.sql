-- The key in a body; null if it has no key. JSON with escapes that PostgreSQL cannot store as text
-- (U+0000, or half a surrogate pair) is refused.
CREATE OR REPLACE FUNCTION :"workspace".key_of(id uuid, body json) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
AS $$
BEGIN
    IF strpos(body::text, chr(92) || 'u') = 0 THEN
        RETURN body ->> 'key';
    END IF;
    BEGIN
        RETURN body ->> 'key';
    EXCEPTION WHEN untranslatable_character OR invalid_text_representation THEN
        PERFORM :"workspace".refuse_malformed(
            id, 'its body has an escape that stands for no character');
    END;
END
$$;

ALTER FUNCTION :"workspace".key_of(uuid, json) OWNER TO cases_owner;
