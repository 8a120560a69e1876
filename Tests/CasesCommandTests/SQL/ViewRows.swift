/// Queries that give the rows of the views in the form of the commands' answers in JSON.
enum ViewRows {
    static let entries = """
        SELECT jsonb_build_object('position', position, 'case', case_slug, 'event', event, 'id', id,
            'type', type, 'summary', coalesce(summary, ''), 'sources', sources,
            'dissent', nullif(dissent, '[]'), 'erased', nullif(is_erased, false),
            'occurred', jsonb_build_object('edtf', occurred, 'kind', occurred_kind,
                'earliest', earliest, 'latest', latest))
        FROM WS.entries
        """

    static let withdrawn = """
        SELECT to_jsonb(w.source) FROM (
            SELECT DISTINCT unnest(withdrawn_sources) AS source FROM WS.entries) w ORDER BY w.source
        """

    /// Two entries of one actor in one role become one where actors were merged.
    static let participants = """
        SELECT DISTINCT jsonb_build_object('event', event, 'role', role, 'actor', known_as)
        FROM WS.participants
        """

    static let cases = """
        SELECT jsonb_build_object('case', case_slug, 'title', title, 'status', status,
            'events', event_count, 'last_event', last_event,
            'last_date', jsonb_build_object('edtf', last_occurred, 'kind', 'point',
                'earliest', last_earliest, 'latest', last_latest))
        FROM WS.cases ORDER BY case_slug
        """

    static let links = """
        SELECT jsonb_build_object('from', to_event, 'to', event, 'relation', relation,
            'mode', mode, 'basis', basis, 'likelihood', likelihood, 'asserted_by', asserted_by,
            'disputed_by', disputed_by, 'unsupported', nullif(NOT is_supported, false))
        FROM WS.links WHERE is_joined
        """

    static let actors = """
        SELECT jsonb_build_object('actor', a.actor, 'name', a.name, 'type', a.type,
            'country', a.country, 'ids', a.ids, 'merged', ARRAY(
                SELECT m.actor FROM WS.actors m WHERE m.merged_into = a.actor ORDER BY m.actor))
        FROM WS.actors a WHERE a.merged_into IS NULL
        """

    static let sources = """
        SELECT jsonb_build_object('source', source, 'title', title, 'publisher', publisher,
            'grade', grade, 'reports', reports, 'withdrawn', is_withdrawn,
            'published', jsonb_build_object('edtf', published, 'kind', 'point',
                'earliest', published_earliest, 'latest', published_latest))
        FROM WS.sources
        """

    static let measuredCases = """
        SELECT jsonb_build_object('measure', measure,
            'cases', jsonb_agg(case_slug ORDER BY case_slug))
        FROM WS.measures GROUP BY measure
        """

    static let wholeMeasures = """
        SELECT jsonb_build_object('measure', measure, 'status', status, 'direction', direction,
            'since', jsonb_build_object('edtf', since, 'kind', 'point',
                'earliest', since_earliest, 'latest', since_latest),
            'until', jsonb_build_object('edtf', until, 'kind', 'point',
                'earliest', '2031-12-01', 'latest', '2031-12-31'))
        FROM WS.measures WHERE is_whole
        """

    static let events = """
        SELECT jsonb_build_object('position', position, 'stream', stream, 'version', version,
            'id', id, 'key', key, 'type', type, 'occurred', occurred, 'summary', summary,
            'recorded_by', recorded_by)
        FROM WS.events ORDER BY position
        """

    static let claims = """
        SELECT jsonb_build_object('position', position, 'number', number, 'source', source,
            'at', place, 'by', foretold_by, 'stance', nullif(stance, 'supports'),
            'printed', printed, 'quote', quote, 'grade', grade)
        FROM WS.claims ORDER BY position, number
        """
}
