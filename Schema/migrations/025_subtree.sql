-- Roots of the complete subtrees of the log's tree (RFC 9162) over 256, 65,536, … events, so that a proof
-- need not read every leaf. They follow from the leaves: what is missing here is computed, and what is
-- wrong makes proofs that do not hold, never a false proof.
CREATE TABLE :"workspace".subtree (
    height  smallint NOT NULL CHECK (height BETWEEN 8 AND 56 AND height % 8 = 0),
    number  bigint NOT NULL CHECK (number >= 0),  -- how many subtrees of this height stand before it
    root    bytea NOT NULL CHECK (octet_length(root) = 32),

    PRIMARY KEY (height, number)
);

ALTER TABLE :"workspace".subtree OWNER TO cases_owner;
