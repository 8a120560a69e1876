-- The date that is so many days after 1970-01-01. A day before 4713 BC or after 5874897, which the type
-- cannot hold, becomes -infinity or infinity, because null would say that the end is open.
CREATE OR REPLACE FUNCTION :"workspace".day_of(days bigint) RETURNS date
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN days < -2440550 THEN '-infinity'::date
    WHEN days > 2145042905 THEN 'infinity'::date
    ELSE '1970-01-01'::date + days::integer
END;

ALTER FUNCTION :"workspace".day_of(bigint) OWNER TO cases_owner;
