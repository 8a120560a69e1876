-- The published clock: whether the source of each claim was published by a day. A source without a date
-- counts from the day on which it was recorded, in UTC, as for --published-by.
CREATE OR REPLACE FUNCTION :"workspace".claims_published_by(day date)
RETURNS TABLE (
    "position" bigint, number bigint, event text, about text, source text, published text, answer text
)
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT
        c.position, c.number, c.event, c.about, c.source, s.published,
        CASE
            WHEN s.source IS NULL THEN 'cannot say'
            WHEN s.published IS NULL
                THEN CASE WHEN (s.recorded_at AT TIME ZONE 'UTC')::date <= day THEN 'yes' ELSE 'no' END
            WHEN s.published_latest <= day THEN 'yes'
            WHEN s.published_earliest > day THEN 'no'
            ELSE 'cannot say'
        END
    FROM :"workspace".claims c LEFT JOIN :"workspace".sources s ON s.source = c.source;
END;

COMMENT ON FUNCTION :"workspace".claims_published_by(date) IS
    'The published clock: for each row of claims, whether its source was published by a day'
    ' (answer: yes, no, cannot say)';

ALTER FUNCTION :"workspace".claims_published_by(date) OWNER TO cases_owner;
