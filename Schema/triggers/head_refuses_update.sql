-- Only an append moves the head.
CREATE OR REPLACE TRIGGER head_refuses_update BEFORE UPDATE ON :"workspace".head
FOR EACH STATEMENT EXECUTE FUNCTION :"workspace".refuse_all_but_append();
