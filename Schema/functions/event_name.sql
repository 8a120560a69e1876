-- The name of an event in answers: CASE/KEY, or CASE#VERSION if it has no key; for other streams
-- actor/SLUG/KEY.
CREATE OR REPLACE FUNCTION :"workspace".event_name(stream text, key text, version bigint) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN stream LIKE 'case/%' THEN substr(stream, 6) ELSE stream END
    || CASE WHEN key IS NULL THEN '#' || version ELSE '/' || key END;

ALTER FUNCTION :"workspace".event_name(text, text, bigint) OWNER TO cases_owner;
