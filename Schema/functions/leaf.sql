-- The leaf hash of one event in the Merkle tree (RFC 9162, section 2.1.1): the prefix 0x00 separates
-- leaves from inner nodes.
CREATE OR REPLACE FUNCTION :"workspace".leaf(header text) RETURNS bytea
LANGUAGE sql STABLE PARALLEL SAFE
RETURN sha256(decode('00', 'hex') || convert_to(header, 'UTF8'));

ALTER FUNCTION :"workspace".leaf(text) OWNER TO cases_owner;
