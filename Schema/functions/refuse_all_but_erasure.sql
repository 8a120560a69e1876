-- The only permitted update of an event: its owner removes body and salt, both together, once. The leaf
-- commits only to their digest, so every proof remains valid. `*=` compares rows byte for byte, with all
-- columns of the table.
CREATE OR REPLACE FUNCTION :"workspace".refuse_all_but_erasure() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    erased :"workspace".event := OLD;
BEGIN
    erased.body := NULL;
    erased.salt := NULL;
    IF current_user = 'cases_owner' AND OLD.body IS NOT NULL AND NEW *= erased THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION USING ERRCODE = 'LG004', MESSAGE = format(
        'UPDATE of %I.%I is refused: what is recorded stays; record a correction or a retraction',
        TG_TABLE_SCHEMA, TG_TABLE_NAME);
END
$$;

ALTER FUNCTION :"workspace".refuse_all_but_erasure() OWNER TO cases_owner;
