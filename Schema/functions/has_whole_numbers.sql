-- Whether the JSON text between two strings has no whitespace, and every number in it is an integer in
-- the canonical form of RFC 8785 with an absolute value of at most 2^53-1.
CREATE OR REPLACE FUNCTION :"workspace".has_whole_numbers(gap text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN gap ~ '^([][{}:,]|true|false|null|0|-?[1-9][0-9]{0,15})*$'
    AND gap !~ '[0-9]-|(^|[^0-9])0[0-9]|[0-9]{17}'
    AND NOT EXISTS (
        SELECT FROM regexp_split_to_table(gap, '[^0-9]+') AS digits
        WHERE length(digits) = 16 AND digits > '9007199254740991' COLLATE "C");

ALTER FUNCTION :"workspace".has_whole_numbers(text) OWNER TO cases_owner;
