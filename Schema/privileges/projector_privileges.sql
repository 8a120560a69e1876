-- The projector can read the log, as a reader can.
REVOKE ALL ON ALL TABLES IN SCHEMA :"workspace" FROM cases_projector;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA :"workspace" FROM cases_projector;

GRANT USAGE ON SCHEMA :"workspace" TO cases_projector;
GRANT SELECT ON :"workspace".event, :"workspace".head, :"workspace".migration TO cases_projector;
GRANT EXECUTE ON FUNCTION
    :"workspace".header(text, bigint, uuid, text, timestamptz, text, bytea),
    :"workspace".leaf(text)
    TO cases_projector;

-- It can also write the read models.
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
    TO cases_projector;

-- The roots of subtrees follow from the log as well.
GRANT SELECT, INSERT, DELETE ON :"workspace".subtree TO cases_projector;
GRANT SELECT ON :"workspace".checkpoint TO cases_projector;
