-- How far each worker of a rebuild has come: what a crash leaves can be taken up again. Its rows are
-- written in the same transaction as those of the read models.
CREATE TABLE :"workspace".rebuild_share (
    generation   bigint NOT NULL,
    worker       bigint NOT NULL,             -- 0, 1, 2 …: its streams are those of that hash
    workers      bigint NOT NULL,
    target       bigint NOT NULL,             -- the log is read up to here
    stream       text COLLATE "C" NOT NULL,   -- the last one that is done
    events       bigint NOT NULL,             -- how many were read

    PRIMARY KEY (generation, worker)
);

ALTER TABLE :"workspace".rebuild_share OWNER TO cases_owner;
