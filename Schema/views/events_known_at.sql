-- The recorded clock by time: the log as it was at an instant. Corrections are not applied to the rows:
-- that is what the program does for --known-at.
CREATE OR REPLACE FUNCTION :"workspace".events_known_at(instant timestamptz)
RETURNS SETOF :"workspace".events
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT e.* FROM :"workspace".events e WHERE e.recorded_at <= instant;
END;

COMMENT ON FUNCTION :"workspace".events_known_at(timestamptz) IS
    'The recorded clock: the rows of events that had been recorded by an instant';

ALTER FUNCTION :"workspace".events_known_at(timestamptz) OWNER TO cases_owner;
