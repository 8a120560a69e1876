-- The days on which a source may have been published, so that a query in SQL need not read EDTF. Rows that
-- were kept before have none and are replaced by a rebuild.
ALTER TABLE :"workspace".register
    ADD COLUMN first_day bigint,  -- days since 1970-01-01; null: open, or undated
    ADD COLUMN last_day bigint;
