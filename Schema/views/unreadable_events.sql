-- The events that stop their streams: the other views have no rows of those streams.
CREATE OR REPLACE VIEW :"workspace".unreadable_events WITH (security_invoker = true) AS
SELECT
    u.position,
    u.stream,
    u.version,
    u.reason
FROM :"workspace".unreadable_event u
JOIN :"workspace".projection p ON p.name = 'unreadable' AND p.is_live AND p.generation = u.generation;

ALTER VIEW :"workspace".unreadable_events OWNER TO cases_owner;

COMMENT ON VIEW :"workspace".unreadable_events IS
    'Events that the program cannot read; of their streams, only events and claims have rows';
COMMENT ON COLUMN :"workspace".unreadable_events.position IS 'Position of the event in the log';
COMMENT ON COLUMN :"workspace".unreadable_events.stream IS 'Its stream';
COMMENT ON COLUMN :"workspace".unreadable_events.version IS
    'Its number in the stream, as in CASE#VERSION';
COMMENT ON COLUMN :"workspace".unreadable_events.reason IS 'Why, without anything that the event says';
