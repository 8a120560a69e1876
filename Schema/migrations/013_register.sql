-- Actors and sources as they are registered: the projection `registers`.
CREATE TABLE :"workspace".register (
    generation   bigint NOT NULL,
    stream       text COLLATE "C" NOT NULL,
    name         text COLLATE "C",
    withdrawn    boolean NOT NULL,
    register     json NOT NULL,

    PRIMARY KEY (generation, stream)
);

ALTER TABLE :"workspace".register OWNER TO cases_owner;
