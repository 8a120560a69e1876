-- What has been installed here: each object's file, and the digest of the text that was applied.
-- A text that changes is a row more; a row is never changed.
CREATE TABLE :"workspace".migration (
    object      text COLLATE "C" NOT NULL,
    digest      bytea NOT NULL CHECK (octet_length(digest) = 32),
    applied_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (object, digest)
);

ALTER TABLE :"workspace".migration OWNER TO cases_owner;
