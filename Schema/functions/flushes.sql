-- Decides, for whoever has just got the lock of the head, whether his commit waits for the disk, and
-- answers it. Who got the lock at once keeps it until the disk has the event: that is one statement,
-- and nobody waits. Who had to wait, and `defers`, lets it go at the commit and waits for the disk by
-- flush().
--
-- Whatever the session has set does not count: `local` and `remote_write` would not wait for a standby's
-- disk. Being one expression without settings of its own, it becomes part of the statement that asks,
-- which every append pays for.
CREATE OR REPLACE FUNCTION :"workspace".flushes(asked timestamptz, defers boolean) RETURNS boolean
LANGUAGE sql VOLATILE
RETURN CASE
    WHEN defers AND clock_timestamp() - asked > interval '1 millisecond'
        THEN set_config('synchronous_commit', 'off', true) <> 'off'
    WHEN current_setting('synchronous_commit') NOT IN ('on', 'remote_apply')
        THEN set_config('synchronous_commit', 'on', true) = 'on'
    ELSE true
END;

ALTER FUNCTION :"workspace".flushes(timestamptz, boolean) OWNER TO cases_owner;
