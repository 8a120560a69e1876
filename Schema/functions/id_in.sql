-- The id by which a body names an event; null if it names the event in another way.
CREATE OR REPLACE FUNCTION :"workspace".id_in(name text) RETURNS uuid
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN name ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN name::uuid
END;

ALTER FUNCTION :"workspace".id_in(text) OWNER TO cases_owner;
