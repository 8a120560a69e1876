-- An event is recorded by append; a restore and a replica bring in what append recorded.
CREATE OR REPLACE TRIGGER event_refuses_insert BEFORE INSERT ON :"workspace".event
FOR EACH STATEMENT EXECUTE FUNCTION :"workspace".refuse_all_but_append();
