-- The reader can read, and recompute a leaf.
REVOKE ALL ON ALL TABLES IN SCHEMA :"workspace" FROM cases_reader;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA :"workspace" FROM cases_reader;

GRANT USAGE ON SCHEMA :"workspace" TO cases_reader;
GRANT SELECT ON :"workspace".event, :"workspace".head, :"workspace".migration TO cases_reader;
GRANT EXECUTE ON FUNCTION
    :"workspace".header(text, bigint, uuid, text, timestamptz, text, bytea),
    :"workspace".leaf(text)
    TO cases_reader;

GRANT SELECT ON
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
    :"workspace".due_day,
    :"workspace".subtree,
    :"workspace".checkpoint
    TO cases_reader;
