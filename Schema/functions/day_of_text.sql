-- The date that answers write as 2031-04-02, -0044-03-15 or Y170000-01-01; null if there is none. EDTF
-- counts a year 0, which PostgreSQL calls 1 BC. A day that the type cannot hold becomes -infinity or
-- infinity, because null would say that the end is open.
CREATE OR REPLACE FUNCTION :"workspace".day_of(day text) RETURNS date
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN day ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' AND day >= '0001' COLLATE "C"
        THEN make_date(substr(day, 1, 4)::integer, substr(day, 6, 2)::integer, substr(day, 9)::integer)
    WHEN day ~ '^Y?-?[0-9]+-[0-9]{2}-[0-9]{2}$' THEN (
        SELECT CASE
            WHEN parts.year < -4712 THEN '-infinity'::date
            WHEN parts.year > 5874897 THEN 'infinity'::date
            ELSE make_date(
                (parts.year - (parts.year <= 0)::integer)::integer,
                left(right(day, 5), 2)::integer, right(day, 2)::integer)
        END
        FROM (SELECT ltrim(left(day, -6), 'Y')::bigint AS year) AS parts)
END;

ALTER FUNCTION :"workspace".day_of(text) OWNER TO cases_owner;
