-- An event is never changed except by its erasure; a later event may correct it.
CREATE OR REPLACE TRIGGER event_refuses_update BEFORE UPDATE ON :"workspace".event
FOR EACH ROW EXECUTE FUNCTION :"workspace".refuse_all_but_erasure();

ALTER TABLE :"workspace".event ENABLE ALWAYS TRIGGER event_refuses_update;
