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

-- The views are for queries in SQL. They run with the privileges of their caller, who needs those above, so
-- that a view shows nothing more than the tables do.
GRANT SELECT ON
    :"workspace".events,
    :"workspace".entries,
    :"workspace".actors,
    :"workspace".sources,
    :"workspace".cases,
    :"workspace".links,
    :"workspace".participants,
    :"workspace".measures,
    :"workspace".claims,
    :"workspace".read_models,
    :"workspace".unreadable_events
    TO cases_reader;
GRANT EXECUTE ON FUNCTION
    :"workspace".day_of(bigint),
    :"workspace".day_of(text),
    :"workspace".event_name(text, text, bigint),
    :"workspace".id_in(text),
    :"workspace".sql_version(),
    :"workspace".events_known_at(timestamptz),
    :"workspace".events_up_to(bigint),
    :"workspace".entries_between(date, date),
    :"workspace".claims_published_by(date)
    TO cases_reader;
