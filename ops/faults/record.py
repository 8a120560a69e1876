"""A record with rows in nearly every read model, made from a generator of random numbers."""
import json

import records
from records import base, line

PARTS = [records.owners, records.links, records.lives, records.uncertain, records.figures_of]


def mixed(random, count, cases=5):
    """Lines for `cases import`: at least so many events in several cases, which come in a random order."""
    order = list(range(cases))
    random.shuffle(order)
    seen = set()
    for event in base():
        seen.add((event["stream"], event["key"]))
        yield line(event)
    for case in order:
        yield line(records.opened(f"acme-{case}"))
        for event in PARTS[case % len(PARTS)](count // cases):
            event = moved(event, case)
            if (event["stream"], event["key"]) not in seen:
                seen.add((event["stream"], event["key"]))
                yield line(event)


def moved(event, case):
    """The same event in the case of that number."""
    text = json.dumps(event).replace("case/acme", f"case/acme-{case}")
    return json.loads(text.replace('"acme/', f'"acme-{case}/'))


BULK = """
SELECT :"workspace".append(
    array_agg(gen_random_uuid()), array_agg('case/bulk-' || n % {cases} ORDER BY n),
    array_agg(CASE WHEN n < {cases} THEN 'case.opened' ELSE 'note.added' END ORDER BY n),
    array_agg((CASE WHEN n < {cases} THEN '{{"data":{{"title":"Bulk"}}}}'
        ELSE format('{{"data":{{"text":"Note %s of many."}}}}', n) END)::json ORDER BY n),
    'bulk', ARRAY[]::text[], ARRAY[]::bigint[])
FROM generate_series(0, {last}) AS n;
"""


def add_bulk(workspace, count, cases=200):
    """Appends so many events by SQL, which is much faster than an import; nothing brings the read models
    up to date."""
    workspace.sql(BULK.format(cases=cases, last=count - 1))
