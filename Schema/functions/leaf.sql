-- The hash of one event in the tree (RFC 9162, section 2.1.1): 0x00 keeps leaves from being taken
-- for inner nodes.
CREATE OR REPLACE FUNCTION :"workspace".leaf(header text) RETURNS bytea
LANGUAGE sql STABLE PARALLEL SAFE
RETURN sha256(decode('00', 'hex') || convert_to(header, 'UTF8'));

ALTER FUNCTION :"workspace".leaf(text) OWNER TO cases_owner;
