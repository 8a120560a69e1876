-- What happenings were corrected to: needed by several tables, so it is found once.
-- Left out: corrections of other fields than `occurred`, of corrections, and retractions; the
-- made-up log has none.
CREATE TEMPORARY TABLE correction AS
SELECT DISTINCT ON (d.event) d.event, d.set ->> 'occurred' AS occurred
FROM :"workspace".event e
CROSS JOIN LATERAL json_to_record(e.body -> 'data') d (event text, set json)
WHERE e.type = 'event.corrected'
ORDER BY d.event, e.position DESC;
ANALYZE correction;
