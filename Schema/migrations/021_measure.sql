-- What each stream says about each measure: the projection `measures`.
CREATE TABLE :"workspace".measure (
    generation   bigint NOT NULL,
    stream       text COLLATE "C" NOT NULL,
    measure      text COLLATE "C" NOT NULL,
    kinds        text COLLATE "C" NOT NULL,  -- words, separated by spaces; so are the next two
    by_actors    text COLLATE "C" NOT NULL,
    on_actors    text COLLATE "C" NOT NULL,
    scope        text COLLATE "C" NOT NULL,  -- codes, one a line
    first_day    bigint,  -- days since 1970-01-01; null: no event bounds it
    last_day     bigint,

    PRIMARY KEY (generation, stream, measure)
);

ALTER TABLE :"workspace".measure OWNER TO cases_owner;

CREATE INDEX measure_measure ON :"workspace".measure (generation, measure);
