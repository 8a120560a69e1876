-- Who takes part in which happening: the projection `participants`.
CREATE TABLE :"workspace".participant (
    generation   bigint NOT NULL,
    stream       text COLLATE "C" NOT NULL,
    position     bigint NOT NULL,
    role         text COLLATE "C" NOT NULL,
    actor        text COLLATE "C" NOT NULL,

    PRIMARY KEY (generation, stream, position, role, actor)
);

ALTER TABLE :"workspace".participant OWNER TO cases_owner;

CREATE INDEX participant_actor ON :"workspace".participant (generation, actor);
