-- The links that cases assert: the projection `links`.
CREATE TABLE :"workspace".link (
    generation   bigint NOT NULL,
    stream       text COLLATE "C" NOT NULL,
    event        text COLLATE "C" NOT NULL,  -- the answer
    relation     text COLLATE "C" NOT NULL,
    mode         text COLLATE "C" NOT NULL,  -- '' where there is none
    to_event     text COLLATE "C" NOT NULL,  -- the cause
    basis        text COLLATE "C" NOT NULL,
    likelihood   text COLLATE "C",
    link         json NOT NULL,

    PRIMARY KEY (generation, stream, event, relation, mode, to_event)
);

ALTER TABLE :"workspace".link OWNER TO cases_owner;
