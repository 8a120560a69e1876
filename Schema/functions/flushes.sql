-- Decides whether the commit of the transaction that has just acquired the lock of the head waits for
-- the disk, sets that, and returns it. A transaction that got the lock at once keeps it until the event
-- is on disk: that is one statement, and nothing is waiting. A transaction that had to wait, and that
-- `defers`, releases the lock at the commit and waits for the disk in flush().
--
-- A weaker setting of the session is overridden: `local` and `remote_write` would not wait for a
-- standby's disk. As a single expression without settings of its own, the function is inlined into the
-- calling statement; every append pays for this call.
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
