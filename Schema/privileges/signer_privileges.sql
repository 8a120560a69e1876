-- The signer reads what a checkpoint is made from, and nothing that an event says.
REVOKE ALL ON ALL TABLES IN SCHEMA :"workspace" FROM cases_signer;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA :"workspace" FROM cases_signer;
REVOKE ALL (position, leaf) ON :"workspace".event FROM cases_signer;

GRANT USAGE ON SCHEMA :"workspace" TO cases_signer;
GRANT SELECT (position, leaf) ON :"workspace".event TO cases_signer;
GRANT SELECT ON :"workspace".head, :"workspace".migration TO cases_signer;

-- It adds checkpoints and the roots of subtrees; it changes and removes none.
GRANT SELECT, INSERT ON :"workspace".checkpoint, :"workspace".subtree TO cases_signer;
