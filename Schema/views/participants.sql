-- Who takes part in which event, one row for each role.
CREATE OR REPLACE VIEW :"workspace".participants WITH (security_invoker = true) AS
SELECT
    p.position,
    substr(p.stream, 6) AS case_slug,
    e.event,
    p.role,
    p.actor,
    coalesce(a.merged_into, p.actor) AS known_as,
    coalesce(s.name, a.name) AS name
FROM :"workspace".participant p
JOIN :"workspace".projection q ON q.name = 'participants' AND q.is_live AND q.generation = p.generation
LEFT JOIN :"workspace".entries e ON e.position = p.position
LEFT JOIN :"workspace".actors a ON a.actor = p.actor
LEFT JOIN :"workspace".actors s ON s.actor = a.merged_into;

ALTER VIEW :"workspace".participants OWNER TO cases_owner;

COMMENT ON VIEW :"workspace".participants IS
    'Who takes part in which event: one row for each role of an actor in a row of entries';
COMMENT ON COLUMN :"workspace".participants.position IS 'Position of the event in the log';
COMMENT ON COLUMN :"workspace".participants.case_slug IS 'Case';
COMMENT ON COLUMN :"workspace".participants.event IS 'Name of the event';
COMMENT ON COLUMN :"workspace".participants.role IS 'actor, target, affected, owner, asset …';
COMMENT ON COLUMN :"workspace".participants.actor IS 'Slug that the event names';
COMMENT ON COLUMN :"workspace".participants.known_as IS
    'Slug under which the commands show it: another one if the actor was merged';
COMMENT ON COLUMN :"workspace".participants.name IS 'Name of known_as; null: not registered, or erased';
