-- Finds the actors of a country. Rows that were kept before have none and are replaced by a rebuild.
ALTER TABLE :"workspace".register ADD COLUMN country text COLLATE "C";
