-- The writer appends through the one function and reads; it writes no table.
REVOKE ALL ON ALL TABLES IN SCHEMA :"workspace" FROM cases_writer;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA :"workspace" FROM cases_writer;

GRANT USAGE ON SCHEMA :"workspace" TO cases_writer;
GRANT SELECT ON :"workspace".event, :"workspace".head, :"workspace".migration TO cases_writer;
GRANT EXECUTE ON FUNCTION
    :"workspace".header(text, bigint, uuid, text, timestamptz, text, bytea),
    :"workspace".leaf(text)
    TO cases_writer;
GRANT EXECUTE ON FUNCTION
    :"workspace".append(uuid, text, text, json, text, bigint, boolean),
    :"workspace".append(uuid[], text[], text[], json[], text, text[], bigint[], boolean),
    :"workspace".flush()
    TO cases_writer;
