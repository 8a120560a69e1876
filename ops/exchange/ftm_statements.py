"""Statements of FollowTheMoney, as CSV: the library must read them and write them back unchanged."""

import csv
import io
import itertools

from followthemoney import model
from followthemoney.dataset import Dataset
from followthemoney.dataset.util import dataset_name_check
from followthemoney.statement import StatementEntity, read_path_statements
from followthemoney.statement.serialize import CSV_COLUMNS
from followthemoney.types import registry
from rigour.time import datetime_iso, iso_datetime

import ftm

LABEL = "statements"


def table(path):
    """The header and the rows of a file."""
    text = io.StringIO(path.read_bytes().decode(), newline="")
    head, *rows = csv.reader(text, dialect=csv.unix_dialect)
    return head, rows


def read(path, record):
    """The faults of a file, the number of its statements, and the texts that they hold about each event."""
    head, rows = table(path)
    if head != CSV_COLUMNS:
        return [f"its header is {head}"], 0, {}
    try:
        statements = list(read_path_statements(path, "csv"))
    except (TypeError, ValueError) as error:
        return [f"the library cannot read it: {error}"], 0, {}
    faults, seen = [], set()
    for number, (row, statement) in enumerate(zip(rows, statements, strict=True), 2):
        found = list(statement_faults(row, statement))
        if statement.id in seen:
            found.append("its id occurs twice")
        seen.add(statement.id)
        faults += [f"row {number}: {statement.entity_id} {statement.prop}: {fault}" for fault in found]
    return faults + round_trip_faults(rows, statements), len(statements), texts(statements)


def statement_faults(row, statement):
    """What is wrong with one statement by itself."""
    if row[-1] != statement.generate_key():
        yield f"id {row[-1]}, computed {statement.generate_key()}"
    if row[CSV_COLUMNS.index("prop_type")] != statement.prop_type:
        yield f"prop_type is {statement.prop_type}"
    if registry.entity.clean(statement.entity_id) != statement.entity_id:
        yield "nothing can refer to its entity_id"
    try:
        dataset_name_check(statement.dataset)
    except ValueError as error:
        yield str(error)
    for time in (statement.first_seen, statement.last_seen):
        if time and datetime_iso(iso_datetime(time)) != time:
            yield f"time {time}"
    if statement.lang and registry.language.clean(statement.lang) != statement.lang:
        yield f"lang {statement.lang}"
    schema = model.get(statement.schema)
    if schema.abstract:
        yield f"{statement.schema} is abstract"
    if statement.prop != "id":
        yield from value_faults(schema.get(statement.prop), statement.value)


def value_faults(prop, value):
    """What the library would do to a value."""
    if prop.stub:
        yield "is a reverse property"
        return
    clean = prop.type.clean(value, format=prop.format)
    if clean != value:
        yield f"{value!r} would be {clean!r}"
    if len(value) > prop.max_length:
        yield f"longer than {prop.max_length}"


def round_trip_faults(rows, statements):
    """What is lost or made where the rows are read as entities and written again."""
    faults, entities = [], []
    groups = [(name, list(group)) for name, group in itertools.groupby(statements, key=lambda each: each.canonical_id)]
    if len({name for name, _ in groups}) != len(groups):
        faults.append("the rows of one canonical_id are not together")
    for name, group in groups:
        bases = [each.dataset for each in group if each.prop == "id"]
        if not bases:
            faults.append(f"{name} has no row for its id")
            continue
        entity = StatementEntity.from_statements(Dataset.make({"name": bases[0]}), group)
        faults += [f"{name}: {entity.schema.name} requires {prop}"
                   for prop in entity.schema.required if not entity.get(prop)]
        entities.append(entity)
    given = set(map(tuple, rows))
    back = {tuple(each.to_csv_row()[column] or "" for column in CSV_COLUMNS)
            for entity in entities for each in entity.statements}
    faults += [("lost: " if row in given else "made: ") + ",".join(row) for row in sorted(given ^ back)]
    return faults + list(reference_faults(entities, statements))


def reference_faults(entities, statements):
    """What a statement refers to that is not in the file, or that the property does not allow."""
    known = {entity.id: entity.schema for entity in entities}
    for statement in statements:
        if statement.prop_type != "entity":
            continue
        wanted = model.get(statement.schema).get(statement.prop).range
        if statement.value not in known:
            yield f"{statement.entity_id} {statement.prop}: {statement.value} is not in the file"
        elif not known[statement.value].is_a(wanted):
            yield f"{statement.entity_id} {statement.prop}: {statement.value} is not {wanted.name}"


def names_of(rows):
    """The names of the events that each entity is made from; rows are triples of entity, property, value."""
    ids = {}
    for entity, prop, value in rows:
        ids.setdefault(entity, set()).update([value] if prop == "recordId" else [])
    return {entity: ftm.event_of(entity, given) for entity, given in ids.items()}


def texts(statements):
    """The texts that statements hold about each event."""
    held = {}
    names = names_of([(each.entity_id, each.prop, each.value) for each in statements])
    for statement in statements:
        if statement.prop == "id":
            continue
        prop = model.get(statement.schema).get(statement.prop)
        found = set(ftm.texts_of(prop.type, statement.value)) | {statement.original_value}
        for name in names[statement.entity_id]:
            held.setdefault(name, set()).update(found)
    return held


def rewrite(path, change):
    """Writes a table again, each row after a change; rows that become None are left out."""
    head, rows = table(path)
    columns = [head.index(name) for name in ("entity_id", "prop", "value")]
    names = names_of([[row[column] for column in columns] for row in rows])
    kept = [change(dict(zip(head, row)), names[row[columns[0]]]) for row in rows]
    with path.open("w", newline="") as file:
        writer = csv.writer(file, dialect=csv.unix_dialect)
        writer.writerow(head)
        writer.writerows(list(row.values()) for row in kept if row)


def change(path, record, name, old, new):
    """Changes or drops a text in all that a file holds about an event."""
    def changed(row, names):
        if name not in names or old not in (row["value"], row["original_value"]):
            return row
        return new and {column: new if text == old else text for column, text in row.items()}

    rewrite(path, changed)


def misname(path, record, name):
    """Gives the entities that are made from an event other ids."""
    rewrite(path, lambda row, names: {**row, "entity_id": row["entity_id"] + "-x"} if name in names else row)
