-- Left out: corrected actors.
CREATE TABLE limits.participant (LIKE :"workspace".participant INCLUDING ALL);
INSERT INTO limits.participant
SELECT DISTINCT 1, e.stream, e.position, a.role, a.actor
FROM :"workspace".event e
CROSS JOIN LATERAL json_to_recordset(e.body -> 'actors') a (role text, actor text)
WHERE e.type = 'measure.imposed';
