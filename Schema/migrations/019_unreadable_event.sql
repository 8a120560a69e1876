-- The events that stop their streams, because the program that keeps the read models cannot read them:
-- the projection `unreadable`.
CREATE TABLE :"workspace".unreadable_event (
    generation   bigint NOT NULL,
    stream       text COLLATE "C" NOT NULL,
    position     bigint NOT NULL,
    version      bigint NOT NULL,
    reason       text COLLATE "C" NOT NULL,  -- nothing of what the event says

    PRIMARY KEY (generation, stream, position)
);

ALTER TABLE :"workspace".unreadable_event OWNER TO cases_owner;
