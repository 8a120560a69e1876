-- Only append may insert events and move the head: an INSERT or UPDATE by the owner itself would leave a
-- log that verify rejects. Superusers are not stopped.
--
-- append runs as the owner, too. It is therefore recognised by its name in the call stack, not by the
-- role.
CREATE OR REPLACE FUNCTION :"workspace".refuse_all_but_append() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    calls text;
BEGIN
    GET DIAGNOSTICS calls = PG_CONTEXT;
    -- A session may have all names quoted.
    calls := replace(calls, '"', '');
    IF strpos(calls, TG_TABLE_SCHEMA || '.append_one(') > 0
        OR strpos(calls, TG_TABLE_SCHEMA || '.append_batch(') > 0
        OR (SELECT r.rolsuper FROM pg_roles r WHERE r.rolname = current_user)
    THEN
        RETURN NULL;
    END IF;
    RAISE EXCEPTION USING ERRCODE = 'LG004', MESSAGE = format(
        '%s of %I.%I is refused: events are recorded by append', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME);
END
$$;

ALTER FUNCTION :"workspace".refuse_all_but_append() OWNER TO cases_owner;
