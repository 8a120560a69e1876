-- Whoever merely reaches the database gets nothing. TEMP on the database is left as it is: a
-- temporary table cannot stand before a table of the workspace, which every function names in full,
-- and the database may be shared with other programs.
REVOKE ALL ON SCHEMA :"workspace" FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA :"workspace" FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA :"workspace" FROM PUBLIC;
