-- A role that can merely connect to the database gets nothing. TEMP on the database is left as it is: a
-- temporary table cannot shadow a table of the workspace, because every function uses qualified names,
-- and the database may be shared with other programs.
REVOKE ALL ON SCHEMA :"workspace" FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA :"workspace" FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA :"workspace" FROM PUBLIC;
