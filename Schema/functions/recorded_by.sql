-- Who records: the role that logged in, then, after a colon, the role set by SET ROLE, if any, then the
-- name that the caller gives. So SET ROLE cannot hide the login role.
CREATE OR REPLACE FUNCTION :"workspace".recorded_by(name text) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
RETURN concat_ws(
    ':', session_user, nullif(nullif(current_setting('role'), 'none'), session_user)) || '/' || name;

ALTER FUNCTION :"workspace".recorded_by(text) OWNER TO cases_owner;
