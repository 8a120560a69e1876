-- The table that PostgreSQL's own limit is measured with: the log's rows, columns and unique
-- indexes, in a schema of its own; no triggers, no CHECK, no function between client and table.
CREATE SCHEMA limits;
CREATE TABLE limits.event (LIKE :"workspace".event INCLUDING INDEXES);
INSERT INTO limits.event SELECT * FROM :"workspace".event ORDER BY position;
SELECT count(*) + 1 AS next FROM limits.event \gset
CREATE SEQUENCE limits.position START :next;
ANALYZE limits.event;
