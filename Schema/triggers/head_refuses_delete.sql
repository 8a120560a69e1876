-- The head row always exists.
CREATE OR REPLACE TRIGGER head_refuses_delete BEFORE DELETE ON :"workspace".head
FOR EACH STATEMENT EXECUTE FUNCTION :"workspace".refuse_change();

ALTER TABLE :"workspace".head ENABLE ALWAYS TRIGGER head_refuses_delete;
