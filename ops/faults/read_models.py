"""The rows of the read models, read by psql, as one digest each."""
TABLES = {
    "states": "case_state", "timelines": "timeline_entry", "participants": "participant",
    "links": "link", "mentions": "mention", "registers": "register", "measures": "measure",
    "due": "due_day", "unreadable": "unreadable_event", "search": "search_text",
}
LIVE = """JOIN :"workspace".projection p
    ON p.name = '{name}' AND p.is_live AND p.generation = t.generation"""
DIGEST = """
SELECT '{name}', count(*), md5(coalesce(string_agg(r, E'\\n' ORDER BY r COLLATE "C"), ''))
FROM (SELECT (to_jsonb(t) - 'generation')::text AS r FROM :"workspace".{table} t {live}) AS rows;
"""


def digests(workspace, of_all=False):
    """A line for each read model: name, rows, digest of the rows of the live generation, or of all."""
    return workspace.sql("".join(
        DIGEST.format(name=name, table=table, live="" if of_all else LIVE.format(name=name))
        for name, table in TABLES.items()))
