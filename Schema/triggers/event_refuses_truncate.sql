-- The log cannot be truncated.
CREATE OR REPLACE TRIGGER event_refuses_truncate BEFORE TRUNCATE ON :"workspace".event
FOR EACH STATEMENT EXECUTE FUNCTION :"workspace".refuse_change();

ALTER TABLE :"workspace".event ENABLE ALWAYS TRIGGER event_refuses_truncate;
