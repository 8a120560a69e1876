-- Which streams name which: the projection `mentions`.
CREATE TABLE :"workspace".mention (
    generation   bigint NOT NULL,
    stream       text COLLATE "C" NOT NULL,
    mentioned    text COLLATE "C" NOT NULL,  -- a stream, or the id of an event

    PRIMARY KEY (generation, stream, mentioned)
);

ALTER TABLE :"workspace".mention OWNER TO cases_owner;

CREATE INDEX mention_mentioned ON :"workspace".mention (generation, mentioned);
