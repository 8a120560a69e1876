-- Returns when every append that was committed before is on disk, and on the synchronous standbys: the
-- WAL is written in order, and this commit waits for it. A commit that writes nothing does not wait,
-- hence the message, which has no reader.
CREATE OR REPLACE FUNCTION :"workspace".flush() RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF current_setting('synchronous_commit') NOT IN ('on', 'remote_apply') THEN
        PERFORM set_config('synchronous_commit', 'on', true);
    END IF;
    PERFORM pg_logical_emit_message(true, 'cases', '');
END
$$;

ALTER FUNCTION :"workspace".flush() OWNER TO cases_owner;
