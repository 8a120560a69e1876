-- Decides, for whoever has just got the lock of the head, whether his commit waits for the disk, and
-- answers it. Who got the lock at once keeps it until the disk has the event: that is one statement,
-- and nobody waits. Who had to wait lets it go at the commit, and waits for the disk by flush().
--
-- Whatever the session has set does not count.
CREATE OR REPLACE FUNCTION :"workspace".flushes(asked timestamptz) RETURNS boolean
LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    has_waited boolean := clock_timestamp() - asked > interval '1 millisecond';
BEGIN
    IF has_waited THEN
        PERFORM set_config('synchronous_commit', 'off', true);
    ELSIF current_setting('synchronous_commit') = 'off' THEN
        PERFORM set_config('synchronous_commit', 'on', true);
    END IF;
    RETURN NOT has_waited;
END
$$;

ALTER FUNCTION :"workspace".flushes(timestamptz) OWNER TO cases_owner;
