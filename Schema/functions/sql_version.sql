-- Increased when a view or a column of the views is removed, renamed, or gets another type or meaning.
CREATE OR REPLACE FUNCTION :"workspace".sql_version() RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 1;

COMMENT ON FUNCTION :"workspace".sql_version() IS
    'The version of the views. Views and columns may be added to a version; nothing is removed from it.';

ALTER FUNCTION :"workspace".sql_version() OWNER TO cases_owner;
