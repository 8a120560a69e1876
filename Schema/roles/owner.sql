-- cases_owner owns every workspace and everything in it; it cannot log in. A role belongs to the whole
-- cluster: a concurrent migration, perhaps in another database, may create it at the same moment; that
-- role is then used.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles r WHERE r.rolname = 'cases_owner') THEN
        CREATE ROLE cases_owner NOLOGIN;
    END IF;
EXCEPTION
    WHEN duplicate_object OR unique_violation THEN NULL;
END
$$;
