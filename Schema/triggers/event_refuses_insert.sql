-- Events are recorded only by append; a restore or a replica brings in what append has recorded.
CREATE OR REPLACE TRIGGER event_refuses_insert BEFORE INSERT ON :"workspace".event
FOR EACH STATEMENT EXECUTE FUNCTION :"workspace".refuse_all_but_append();
