-- The tip of the log, in exactly one row. Whoever updates it holds the log until the end of the
-- transaction: the order of positions is the order of commits. Only its key is indexed and the page
-- keeps room, so that each update stays in place (HOT).
CREATE TABLE :"workspace".head (
    one          boolean PRIMARY KEY DEFAULT true CHECK (one),
    position     bigint NOT NULL CHECK (position >= 0),
    recorded_at  timestamptz NOT NULL
) WITH (fillfactor = 50);

ALTER TABLE :"workspace".head OWNER TO cases_owner;

INSERT INTO :"workspace".head (position, recorded_at) VALUES (0, '-infinity');
