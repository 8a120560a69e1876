"""What is stored, read by psql, and judged against what the clients were told."""
import itertools
from typing import NamedTuple

from clients import DOCUMENTED
from figure import Figure

ROWS = """
SELECT position, version, stream, coalesce(key, id::text),
    extract(epoch FROM recorded_at) * 1000000, id
FROM :"workspace".event ORDER BY position;
"""


class Row(NamedTuple):
    """One stored event."""

    position: int
    version: int
    stream: str
    key: str
    recorded_at: int
    id: str

    @property
    def name(self):
        return f"{self.stream}/{self.key}"


def stored(workspace):
    return [row_of(line) for line in workspace.sql(ROWS)]


def row_of(line):
    position, version, stream, key, recorded_at, id = line.split("|")
    return Row(int(position), int(version), stream, key, int(float(recorded_at)), id)


def lost(sent, rows):
    """Events that were acknowledged and are not stored, or not where the answer said."""
    places = {row.name: row.position for row in rows}
    return [one for one in sent if one.acknowledged and (
        one.name not in places or one.position not in (None, places[one.name]))]


def duplicates(rows):
    """Rows that say once more what another row says."""
    return repeated(row.name for row in rows) + repeated(row.id for row in rows)


def repeated(values):
    seen = set()
    return [value for value in values if value in seen or seen.add(value)]


def gaps(rows):
    """Rows whose position is not one more than that of the row before."""
    return [row for nth, row in enumerate(rows, start=1) if row.position != nth]


def ghosts(sent, rows, stream="case/acme"):
    """Stored events that nobody sent; the first event of a case is sent by its opening."""
    names = {one.name for one in sent}
    return [row for row in rows
            if row.stream == stream and row.key != "opened" and row.name not in names]


def versions(rows):
    """Rows whose version is not one more than that of the event before in the same stream."""
    last = {}
    wrong = []
    for row in rows:
        if row.version != last.get(row.stream, 0) + 1:
            wrong.append(row)
        last[row.stream] = row.version
    return wrong


def times(rows):
    """Rows that were recorded no later than the row before."""
    return [row for before, row in itertools.pairwise(rows) if row.recorded_at <= before.recorded_at]


def disorder(sent):
    """Events that were sent after another was acknowledged, and stand before it.

    One pass over the events by the time of sending, beside one by the time of the answer.
    """
    known = [one for one in sent if one.position is not None]
    answered = sorted(known, key=lambda one: one.ended)
    wrong, highest, nth = [], 0, 0
    for one in sorted(known, key=lambda one: one.started):
        while nth < len(answered) and answered[nth].ended < one.started:
            highest = max(highest, answered[nth].position)
            nth += 1
        if one.position < highest:
            wrong.append(one)
    return wrong


def undocumented(sent):
    """Commands that ended with a code that Docs/commands.md does not have, or by a signal."""
    return [one for one in sent if one.code not in DOCUMENTED]


def figures(name, sent, rows, stream="case/acme"):
    """The figures of an attack after which everything that was acknowledged must be stored once."""
    yield Figure(f"{name}, acknowledged and not stored", shown(lost(sent, rows)), len(sent))
    yield Figure(f"{name}, stored twice", shown(duplicates(rows)), len(rows))
    yield Figure(f"{name}, gaps between positions", shown(gaps(rows)), len(rows))
    yield Figure(f"{name}, gaps between versions", shown(versions(rows)), len(rows))
    yield Figure(f"{name}, stored and never sent", shown(ghosts(sent, rows, stream)), len(rows))
    yield Figure(f"{name}, times that do not increase", shown(times(rows)), len(rows))
    yield Figure(f"{name}, undocumented exit codes", shown(undocumented(sent)), len(sent))


def shown(wrong):
    """How many are wrong; the first of them are printed."""
    for one in wrong[:3]:
        print(f"  wrong: {one}")
    return len(wrong)
