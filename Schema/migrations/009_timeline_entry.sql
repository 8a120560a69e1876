-- What happened, event by event: the projection `timelines`. Retracted events are not in it.
CREATE TABLE :"workspace".timeline_entry (
    generation   bigint NOT NULL,
    stream       text COLLATE "C" NOT NULL,
    position     bigint NOT NULL,
    event        text COLLATE "C" NOT NULL,  -- CASE/KEY
    type         text COLLATE "C" NOT NULL,
    occurred     text COLLATE "C",  -- EDTF; null: no source dates it
    summary      text COLLATE "C",
    entry        json NOT NULL,  -- what does not depend on its sources

    PRIMARY KEY (generation, stream, position)
);

ALTER TABLE :"workspace".timeline_entry OWNER TO cases_owner;
