-- What each source says, one row for each claim, as it was recorded.
CREATE OR REPLACE VIEW :"workspace".claims WITH (security_invoker = true) AS
SELECT
    e.position,
    c.number,
    e.stream,
    :"workspace".event_name(e.stream, e.key, e.version) AS event,
    CASE
        WHEN e.type IN ('claim.added', 'event.corrected', 'link.asserted', 'link.disputed')
            THEN coalesce(:"workspace".event_name(o.stream, o.key, o.version), e.body #>> '{data,event}')
        ELSE :"workspace".event_name(e.stream, e.key, e.version)
    END AS about,
    c.claim ->> 'source' AS source,
    c.claim ->> 'at' AS place,
    coalesce(
        c.claim ->> 'field',
        CASE WHEN e.type = 'claim.added' THEN e.body #>> '{data,field}' END) AS field,
    coalesce(c.claim ->> 'stance', 'supports') AS stance,
    c.claim ->> 'by' AS foretold_by,
    CASE WHEN e.type = 'claim.added' THEN (e.body #> '{data,value}')::jsonb END AS value,
    c.claim ->> 'printed' AS printed,
    c.claim ->> 'quote' AS quote,
    c.claim ->> 'grade' AS grade
FROM :"workspace".event e
CROSS JOIN LATERAL json_array_elements(
    CASE WHEN json_typeof(e.body -> 'claims') = 'array' THEN e.body -> 'claims' END
) WITH ORDINALITY c (claim, number)
LEFT JOIN :"workspace".event o ON o.id = :"workspace".id_in(e.body #>> '{data,event}');

ALTER VIEW :"workspace".claims OWNER TO cases_owner;

COMMENT ON VIEW :"workspace".claims IS
    'What each source says about an event or a field: one row for each claim, as recorded, also of'
    ' retracted events';
COMMENT ON COLUMN :"workspace".claims.position IS 'Position of the event that has the claim';
COMMENT ON COLUMN :"workspace".claims.number IS 'Number of the claim in that event: 1, 2, 3 …';
COMMENT ON COLUMN :"workspace".claims.stream IS 'Stream of that event';
COMMENT ON COLUMN :"workspace".claims.event IS 'Name of that event';
COMMENT ON COLUMN :"workspace".claims.about IS
    'Event that the claim is about: another one for an added claim, a correction, and an asserted'
    ' or disputed link';
COMMENT ON COLUMN :"workspace".claims.source IS 'Slug of the source';
COMMENT ON COLUMN :"workspace".claims.place IS 'Where in the source; null: not stated';
COMMENT ON COLUMN :"workspace".claims.field IS
    'Field that it is limited to: occurred, data.asset …; null: the whole event';
COMMENT ON COLUMN :"workspace".claims.stance IS 'supports, denies, doubts or foretells';
COMMENT ON COLUMN :"workspace".claims.foretold_by IS
    'Day by which it is foretold, EDTF; null: not foretold, or no day';
COMMENT ON COLUMN :"workspace".claims.value IS
    'Value that an added claim gives the field; null: a claim of the event itself';
COMMENT ON COLUMN :"workspace".claims.printed IS 'Words that the reading is based on; null: not stated';
COMMENT ON COLUMN :"workspace".claims.quote IS 'Quoted passage; null: none';
COMMENT ON COLUMN :"workspace".claims.grade IS
    'How credible it is, by the Admiralty system; null: not graded';
