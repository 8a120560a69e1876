-- Search without PostgreSQL's parser, whose words depend on the locale of the database: the program
-- makes the terms, and the database only compares their bytes. Rows that were kept before have none
-- and are replaced by a rebuild.
DROP INDEX :"workspace".search_text_words;

ALTER TABLE :"workspace".search_text
    DROP COLUMN words,
    ADD COLUMN actors text COLLATE "C",
    ADD COLUMN names text,
    ADD COLUMN merged_into text COLLATE "C",
    ADD COLUMN terms text COLLATE "C";

ALTER TABLE :"workspace".search_text
    ADD COLUMN words tsvector GENERATED ALWAYS AS (array_to_tsvector(string_to_array(terms, ' '))) STORED;

CREATE INDEX search_text_words ON :"workspace".search_text USING gin (words);

-- Texts of so many different words that no tsvector holds them are always looked through.
CREATE INDEX search_text_unindexed ON :"workspace".search_text (generation) WHERE terms IS NULL;
