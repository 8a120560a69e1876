-- One row a generation of a projection. Readers read the live one; another is built beside it, in the
-- same tables, and takes its place by one UPDATE. So nobody ever sees a half, whatever his snapshot.
CREATE TABLE :"workspace".projection (
    name         text COLLATE "C" NOT NULL,
    generation   bigint NOT NULL,
    version      bigint NOT NULL,             -- of the fold that made the rows
    is_live      boolean NOT NULL,
    position     bigint NOT NULL,             -- the rows tell of the log up to here
    leaf         bytea,                       -- of the event there: a fork is noticed
    failed_at    bigint,                      -- the event at which the fold stopped
    failure      text,                        -- why, without anything that the event says

    PRIMARY KEY (name, generation)
) WITH (fillfactor = 50);

ALTER TABLE :"workspace".projection OWNER TO cases_owner;

CREATE UNIQUE INDEX projection_live ON :"workspace".projection (name) WHERE is_live;
