-- The words by which events can be found: the projection `search`. Words are not reduced to stems:
-- cases are told in many languages.
CREATE TABLE :"workspace".search_text (
    generation   bigint NOT NULL,
    stream       text COLLATE "C" NOT NULL,
    position     bigint NOT NULL,
    event        text COLLATE "C" NOT NULL,
    text         text NOT NULL,
    words        tsvector NOT NULL GENERATED ALWAYS AS (to_tsvector('pg_catalog.simple', text)) STORED,

    PRIMARY KEY (generation, stream, position)
);

ALTER TABLE :"workspace".search_text OWNER TO cases_owner;

CREATE INDEX search_text_words ON :"workspace".search_text USING gin (words);
