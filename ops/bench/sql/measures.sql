-- Left out: registers of measures, changes after a measure was imposed, and dates that are no days.
CREATE TABLE limits.measure (LIKE :"workspace".measure INCLUDING ALL);
INSERT INTO limits.measure
SELECT 1, e.stream, b.data ->> 'measure', string_agg(DISTINCT b.data ->> 'kind', ' '),
    string_agg(DISTINCT a.actor, ' ') FILTER (WHERE a.role = 'actor'),
    string_agg(DISTINCT a.actor, ' ') FILTER (WHERE a.role = 'target'), '',
    min(coalesce(c.occurred, b.occurred)::date - date '1970-01-01'), NULL
FROM :"workspace".event e
CROSS JOIN LATERAL json_to_record(e.body) b (occurred text, actors json, data json)
CROSS JOIN LATERAL json_to_recordset(b.actors) a (role text, actor text)
LEFT JOIN correction c ON c.event = substr(e.stream, 6) || '/' || e.key
WHERE e.type = 'measure.imposed'
GROUP BY e.stream, b.data ->> 'measure';
