-- The writer appends through the append function and reads; it cannot write to a table of the log.
REVOKE ALL ON ALL TABLES IN SCHEMA :"workspace" FROM cases_writer;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA :"workspace" FROM cases_writer;

GRANT USAGE ON SCHEMA :"workspace" TO cases_writer;
GRANT SELECT ON :"workspace".event, :"workspace".head, :"workspace".migration TO cases_writer;
GRANT EXECUTE ON FUNCTION
    :"workspace".header(text, bigint, uuid, text, timestamptz, text, bytea),
    :"workspace".leaf(text)
    TO cases_writer;
GRANT EXECUTE ON FUNCTION
    :"workspace".append(uuid, text, text, json, text, bigint),
    :"workspace".append(uuid[], text[], text[], json[], text, text[], bigint[]),
    :"workspace".append_one(uuid, text, text, json, text, bigint, boolean),
    :"workspace".append_batch(
        uuid[], text[], text[], json[], text, text[], bigint[], boolean),
    :"workspace".flush()
    TO cases_writer;

-- The server that takes events over HTTP looks tokens up; only the owner makes and revokes them.
GRANT SELECT ON :"workspace".access_token TO cases_writer;

-- A command that appends also brings the read models up to date. They are not part of the record: they
-- can be rebuilt from it.
GRANT SELECT, INSERT, UPDATE, DELETE ON
    :"workspace".projection,
    :"workspace".rebuild_share,
    :"workspace".case_state,
    :"workspace".timeline_entry,
    :"workspace".participant,
    :"workspace".link,
    :"workspace".mention,
    :"workspace".register,
    :"workspace".search_text,
    :"workspace".unreadable_event,
    :"workspace".measure,
    :"workspace".due_day
    TO cases_writer;

-- The roots of subtrees follow from the log as well.
GRANT SELECT, INSERT, DELETE ON :"workspace".subtree TO cases_writer;
GRANT SELECT ON :"workspace".checkpoint TO cases_writer;
