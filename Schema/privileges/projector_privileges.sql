-- The projector reads the log, as a reader does.
REVOKE ALL ON ALL TABLES IN SCHEMA :"workspace" FROM cases_projector;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA :"workspace" FROM cases_projector;

GRANT USAGE ON SCHEMA :"workspace" TO cases_projector;
GRANT SELECT ON :"workspace".event, :"workspace".head, :"workspace".migration TO cases_projector;
GRANT EXECUTE ON FUNCTION
    :"workspace".header(text, bigint, uuid, text, timestamptz, text, bytea),
    :"workspace".leaf(text)
    TO cases_projector;
