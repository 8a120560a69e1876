-- Signed checkpoints of the log (C2SP tlog-checkpoint), so that everybody who reads the log finds the
-- newest. The signer keeps its last one in a file of its own, and does not rely on this table.
CREATE TABLE :"workspace".checkpoint (
    number     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    size       bigint NOT NULL CHECK (size >= 0),
    note       text NOT NULL,
    signed_at  timestamptz NOT NULL DEFAULT clock_timestamp()
);

ALTER TABLE :"workspace".checkpoint OWNER TO cases_owner;
