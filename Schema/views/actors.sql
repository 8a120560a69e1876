-- The registered actors, with the actor that each was merged into.
CREATE OR REPLACE VIEW :"workspace".actors WITH (security_invoker = true) AS
WITH RECURSIVE merger AS (
    SELECT substr(s.stream, 7) AS actor, s.merged_into AS survivor
    FROM :"workspace".search_text s
    JOIN :"workspace".projection p ON p.name = 'search' AND p.is_live AND p.generation = s.generation
    WHERE s.merged_into IS NOT NULL
), merged AS (
    SELECT m.actor, m.survivor FROM merger m
    UNION
    SELECT m.actor, n.survivor FROM merged m JOIN merger n ON n.actor = m.survivor
)
SELECT
    substr(r.stream, 7) AS actor,
    r.name,
    r.register ->> 'type' AS type,
    r.country,
    ARRAY(
        SELECT a.name FROM json_array_elements_text(r.register -> 'also') WITH ORDINALITY a (name, place)
        ORDER BY a.place) AS also,
    coalesce((r.register -> 'ids')::jsonb, '{}') AS ids,
    (
        SELECT m.survivor FROM merged m WHERE m.actor = substr(r.stream, 7)
        -- The last of a line of mergers; of a cycle, which only an older log can have, the first slug.
        ORDER BY EXISTS (SELECT FROM merger n WHERE n.actor = m.survivor), m.survivor LIMIT 1
    ) AS merged_into
FROM :"workspace".register r
JOIN :"workspace".projection p ON p.name = 'registers' AND p.is_live AND p.generation = r.generation
WHERE r.stream LIKE 'actor/%';

ALTER VIEW :"workspace".actors OWNER TO cases_owner;

COMMENT ON VIEW :"workspace".actors IS 'The registered actors, one row each, as corrected';
COMMENT ON COLUMN :"workspace".actors.actor IS 'Slug';
COMMENT ON COLUMN :"workspace".actors.name IS 'Name';
COMMENT ON COLUMN :"workspace".actors.type IS
    'state, agency, court, company, person, group, coalition, site or item';
COMMENT ON COLUMN :"workspace".actors.country IS 'ISO 3166-1 code; null: none stated';
COMMENT ON COLUMN :"workspace".actors.also IS 'Other names that it was registered with';
COMMENT ON COLUMN :"workspace".actors.ids IS 'Identifiers, by scheme';
COMMENT ON COLUMN :"workspace".actors.merged_into IS
    'Slug of the actor under whose name the commands show it; null: it was not merged';
