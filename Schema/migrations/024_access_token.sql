-- Tokens by which programs may record over HTTP. Of a token itself only the digest is kept, and a name is
-- never given to a second token: recorded_by names it.
CREATE TABLE :"workspace".access_token (
    name         text COLLATE "C" PRIMARY KEY
                 CHECK (name ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(name) <= 64),
    digest       bytea NOT NULL UNIQUE CHECK (octet_length(digest) = 32),
    scopes       text[] COLLATE "C" NOT NULL
                 CHECK (cardinality(scopes) > 0 AND scopes <@ ARRAY['append', 'import']),
    made_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    valid_until  timestamptz,  -- null for a token that does not expire
    revoked_at   timestamptz
);

ALTER TABLE :"workspace".access_token OWNER TO cases_owner;
