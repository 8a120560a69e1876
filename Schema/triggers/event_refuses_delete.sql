-- An event is never removed; a later one may retract it.
CREATE OR REPLACE TRIGGER event_refuses_delete BEFORE DELETE ON :"workspace".event
FOR EACH STATEMENT EXECUTE FUNCTION :"workspace".refuse_change();

ALTER TABLE :"workspace".event ENABLE ALWAYS TRIGGER event_refuses_delete;
