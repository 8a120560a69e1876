-- How each case stands: the projection `states`.
CREATE TABLE :"workspace".case_state (
    generation      bigint NOT NULL,
    stream          text COLLATE "C" NOT NULL,
    title           text COLLATE "C",
    status          text COLLATE "C" NOT NULL,  -- open or closed
    happenings      bigint NOT NULL,  -- those that count
    last_event      text COLLATE "C",  -- the last dated one
    last_occurred   text COLLATE "C",  -- EDTF
    state           json NOT NULL,  -- cases.case/1 without its clocks

    PRIMARY KEY (generation, stream)
);

ALTER TABLE :"workspace".case_state OWNER TO cases_owner;
