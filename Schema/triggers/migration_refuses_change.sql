-- The list of applied migrations is part of the record.
CREATE OR REPLACE TRIGGER migration_refuses_change BEFORE UPDATE OR DELETE OR TRUNCATE ON :"workspace".migration
FOR EACH STATEMENT EXECUTE FUNCTION :"workspace".refuse_change();

ALTER TABLE :"workspace".migration ENABLE ALWAYS TRIGGER migration_refuses_change;
