-- The days on which something may be due: the projection `due`.
CREATE TABLE :"workspace".due_day (
    generation   bigint NOT NULL,
    stream       text COLLATE "C" NOT NULL,
    position     bigint NOT NULL,
    due          text COLLATE "C" NOT NULL,
    measure      text COLLATE "C",
    first_day    bigint,  -- days since 1970-01-01; null: open
    last_day     bigint,

    PRIMARY KEY (generation, stream, position, due)
);

ALTER TABLE :"workspace".due_day OWNER TO cases_owner;
