-- A workspace is a schema: its own log, read models, types and functions, all named with it.
CREATE SCHEMA IF NOT EXISTS :"workspace" AUTHORIZATION cases_owner;
