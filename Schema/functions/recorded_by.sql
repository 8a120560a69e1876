-- Who records: the role that was set, else the one that logged in, and the name that the caller
-- gives.
CREATE OR REPLACE FUNCTION :"workspace".recorded_by(name text) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
RETURN coalesce(nullif(current_setting('role'), 'none'), session_user) || '/' || name;

ALTER FUNCTION :"workspace".recorded_by(text) OWNER TO cases_owner;
