-- The log. A row is written once, by append, and never changed but by an erasure (body and salt).
-- Columns of fixed width stand first: so no row is padded. Text compares by its bytes (C), whatever
-- the database's locale is today or after an upgrade.
CREATE TABLE :"workspace".event (
    position     bigint NOT NULL,             -- 1, 2, 3 … without gaps, in commit order
    version      bigint NOT NULL,             -- the same within the stream
    recorded_at  timestamptz NOT NULL,        -- increases with position
    language     smallint NOT NULL,           -- the /1 of header and language
    id           uuid NOT NULL,
    stream       text COLLATE "C" NOT NULL,
    type         text COLLATE "C" NOT NULL,
    recorded_by  text COLLATE "C" NOT NULL,   -- ROLE/NAME
    key          text COLLATE "C",            -- the body's, where it has one
    digest       bytea NOT NULL,              -- SHA-256(salt ‖ body)
    leaf         bytea NOT NULL,              -- SHA-256(0x00 ‖ header)
    salt         bytea,                       -- 16 random bytes of this event's own
    body         json,                        -- canonical JSON, byte for byte as it was hashed

    PRIMARY KEY (position),
    UNIQUE (id),
    UNIQUE (stream, version),

    CONSTRAINT event_is_well_formed CHECK (:"workspace".is_well_formed(
        position, version, language, id, stream, type, recorded_by, key, digest, leaf, salt, body))
);

ALTER TABLE :"workspace".event OWNER TO cases_owner;

-- A key names one event of its stream.
CREATE UNIQUE INDEX event_stream_key ON :"workspace".event (stream, key) WHERE key IS NOT NULL;
