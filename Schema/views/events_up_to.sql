-- The recorded clock by position: the log as it was when an event was the last.
CREATE OR REPLACE FUNCTION :"workspace".events_up_to(last bigint) RETURNS SETOF :"workspace".events
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT e.* FROM :"workspace".events e WHERE e.position <= last;
END;

COMMENT ON FUNCTION :"workspace".events_up_to(bigint) IS
    'The recorded clock: the rows of events up to a position';

ALTER FUNCTION :"workspace".events_up_to(bigint) OWNER TO cases_owner;
