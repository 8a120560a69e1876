-- cases_signer reads the leaves of the log and adds signed checkpoints; it cannot read a body.
-- A role belongs to the whole cluster: a concurrent migration, perhaps in another database, may create
-- it at the same moment; that role is then used.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles r WHERE r.rolname = 'cases_signer') THEN
        CREATE ROLE cases_signer NOLOGIN;
    END IF;
EXCEPTION
    WHEN duplicate_object OR unique_violation THEN NULL;
END
$$;
