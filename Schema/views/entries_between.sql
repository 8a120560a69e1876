-- The occurred clock: whether each event happened within some days.
CREATE OR REPLACE FUNCTION :"workspace".entries_between(first_day date, last_day date)
RETURNS TABLE (
    "position" bigint, case_slug text, event text, occurred text, earliest date, latest date,
    summary text, answer text
)
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT
        e.position, e.case_slug, e.event, e.occurred, e.earliest, e.latest, e.summary,
        CASE
            WHEN e.earliest > last_day OR e.latest < first_day THEN 'no'
            WHEN (first_day IS NULL OR e.earliest >= first_day)
                AND (last_day IS NULL OR e.latest <= last_day)
                AND e.occurred IS NOT NULL THEN 'yes'
            ELSE 'cannot say'
        END
    FROM :"workspace".entries e;
END;

COMMENT ON FUNCTION :"workspace".entries_between(date, date) IS
    'The occurred clock: for each row of entries, whether all of it happened from the first day to'
    ' the last'
    ' (answer: yes, no, cannot say); null for a day that is not bounded';

ALTER FUNCTION :"workspace".entries_between(date, date) OWNER TO cases_owner;
