-- Recorded rows cannot be changed. Fired before any row is touched, for every role, including the owner.
CREATE OR REPLACE FUNCTION :"workspace".refuse_change() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'LG004', MESSAGE = format(
        '%s of %I.%I is refused: what is recorded stays; record a correction or a retraction',
        TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME);
END
$$;

ALTER FUNCTION :"workspace".refuse_change() OWNER TO cases_owner;
