"""A data package of CSV tables: Frictionless, and what it lets pass: formulas, line ends, missing digests."""

import csv
import hashlib
import io
import json
import re

from frictionless import Package

import edit
from loss import canonical

LABEL = "rows"
# What a spreadsheet takes for the beginning of a formula, with the full-width forms.
RISKY = "=+-@\t\r\n＝＋－＠"
MARK = b"\xef\xbb\xbf"
CLAIM = ("source", "at", "printed", "quote", "field", "stance", "by", "grade")
# A body has up to 64 KiB; each of its quotation marks is written twice.
csv.field_size_limit(1 << 20)


def rows_of(raw):
    """The rows of a table, cells as written."""
    return list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), strict=True))


def text_of(rows):
    """A table as a CSV writer writes it."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode()


def read(path, record, with_mark=False):
    """The faults of a package, the number of its rows, and the body of each event by its name."""
    report = Package(str(path)).validate()
    faults = [f"{task.name}: {error.type}: {error.message}" for task in report.tasks for error in task.errors]
    faults += [f"{error.type}: {error.message}" for error in report.errors]
    faults += [f"warning: {warning}" for part in (report, *report.tasks) for warning in part.warnings]
    tables = {}
    for resource in json.loads(path.read_text())["resources"]:
        raw = (path.parent / resource["path"]).read_bytes()
        tables[resource["name"]] = rows = rows_of(raw)
        faults += [f"{resource['path']}: {fault}" for fault in file_faults(resource, raw, rows, with_mark)]
    faults += [f"{file.name} is not in the package" for file in path.parent.glob("*.csv") if file.stem not in tables]
    events = table(path, "events")
    held = {row["event"]: json.loads(row["body"]) for row in events}
    faults += [f"{row['event']}: body is not canonical JSON"
               for row in events if canonical(held[row["event"]]) != row["body"]]
    faults += claim_faults(table(path, "claims"), held)
    return faults, sum(len(rows) - 1 for rows in tables.values()), held


def file_faults(resource, raw, rows, with_mark):
    """What is wrong with a table as a file."""
    for member in ("name", "path", "schema", "bytes", "hash", "encoding", "dialect"):
        if member not in resource:
            yield f"the description has no {member}"
    if not resource.get("hash", "").startswith("sha256:"):
        yield "the digest is not a SHA-256"
    if raw.startswith(MARK) != with_mark:
        yield "begins with a byte order mark" if not with_mark else "has no byte order mark"
    if re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", raw):
        yield "control characters"
    if text_of(rows) != raw.removeprefix(MARK):
        yield "is not written as a CSV writer writes it (quotes, line ends)"
    fields = resource["schema"]["fields"]
    for number, row in enumerate(rows[1:], 2):
        for field, cell in zip(fields, row):
            for fault in cell_faults(field, cell):
                yield f"row {number}: {field['name']} {cell[:20]!r} {fault}"


def cell_faults(field, cell):
    """Whether a cell could be taken for a formula, or is escaped without need."""
    if field.get("x-cases-escape") == "apostrophe":
        if cell and cell[0] in RISKY:
            yield "could be a formula"
        if cell[:1] == "'" and cell[1:2] not in RISKY + "'":
            yield "has an apostrophe that nothing needs"
    elif field["type"] == "string" and cell and cell[0] in RISKY.replace("-", ""):
        yield "could be a formula"


def table(path, name):
    """The rows of a table by column, with the apostrophes removed that escape."""
    resource = next(each for each in json.loads(path.read_text())["resources"] if each["name"] == name)
    escaped = {field["name"] for field in resource["schema"]["fields"] if "x-cases-escape" in field}
    head, *rows = rows_of((path.parent / resource["path"]).read_bytes())
    return [{column: cell.removeprefix("'") if column in escaped else cell for column, cell in zip(head, row)}
            for row in rows]


def claim_faults(rows, bodies):
    """Where the table of claims is not what the bodies of the events say."""
    wanted = {(event, str(number)): tuple(claim.get(member, "") for member in CLAIM)
              for event, body in bodies.items() for number, claim in enumerate(body.get("claims", []), 1)}
    given = {(row["event"], row["n"]): tuple(row[column] for column in CLAIM) for row in rows}
    if len(given) != len(rows):
        yield "claims.csv: two rows are one claim of one event"
    for key in sorted(wanted.keys() | given.keys()):
        if wanted.get(key) != given.get(key):
            yield f"claims.csv: {' '.join(key)}: {given.get(key)}, but the event says {wanted.get(key)}"


def mark_faults(marked, plain):
    """Where a package with byte order marks differs from one without in more than these."""
    for file in sorted(plain.glob("*.csv")):
        if (marked / file.name).read_bytes() != MARK + file.read_bytes():
            yield f"{file.name}: with a byte order mark, more is different than the mark"


def rewrite(path, name, changed):
    """Writes a table again with its rows changed, and its size and digest in the description."""
    package = json.loads(path.read_text())
    resource = next(each for each in package["resources"] if each["name"] == name)
    file = path.parent / resource["path"]
    head, *rows = rows_of(file.read_bytes())
    raw = text_of([head] + [changed(dict(zip(head, row))) for row in rows])
    file.write_bytes(raw)
    resource.update(bytes=len(raw), hash="sha256:" + hashlib.sha256(raw).hexdigest())
    path.write_text(json.dumps(package, ensure_ascii=False))


def change(path, record, name, old, new):
    """Changes or drops a text in the body of an event."""
    def changed(row):
        if row["event"] == name:
            row["body"] = canonical(edit.edited(json.loads(row["body"]), old, new))
        return row.values()

    rewrite(path, "events", changed)


def misname(path, record, name):
    """Gives an event another name in the table of events."""
    def changed(row):
        return {**row, "event": row["event"] + "-x" if row["event"] == name else row["event"]}.values()

    rewrite(path, "events", changed)


def unescape(path):
    """Removes the apostrophe before a formula; gives whether there was one."""
    found = []

    def changed(row):
        for column, cell in row.items():
            if cell.startswith("'=") and not found:
                found.append(column)
                row[column] = cell[1:]
        return row.values()

    rewrite(path, "claims", changed)
    return bool(found)
