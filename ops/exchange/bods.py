"""Statements of BODS 0.4: schema, additional checks, and no members beyond the schema.

The tool fetches a list of identifier schemes when it runs, and misses two of its own checks; both are mended here.
"""

import json

import libcovebods.tasks.checks.legacy_checks as legacy
import libcovebods.tasks.checks.record_based_checks as checks
from libcovebods import additionalfields, config, data_reader, jsonschemavalidate, run_tasks, schema

import edit

LABEL = "statements"
# What the list of identifier schemes has of those that are written here.
legacy.get_orgids_prefixes = checks.get_orgids_prefixes = lambda *_: [
    "XI-LEI", "NL-KVK", "GB-COH", "US-EIN", "CN-SAIC", "XI-PID"]
# A comparison of versions takes 0.4 for older than itself, so these would run, too.
OLDER = (legacy.LegacyChecks, legacy.LegacyChecksNeedingHistory)
# Written, but not among the checks that run.
FORGOTTEN = [checks.CheckComponentRecordsRecordIds, checks.CheckStatementEntitySecuritiesListingsHasPublicListing]


def read(path, record):
    """The faults of a file, the number of its statements, and the texts that they hold about each event."""
    reader, settings = data_reader.DataReader(str(path)), config.LibCoveBODSConfig()
    statements = reader.get_all_data()
    if not isinstance(statements, list):
        return ["it is no list of statements"], 0, {}
    faults = list(tool_faults(reader, settings)) if statements else []
    return faults + list(statement_faults(statements)), len(statements), texts(statements)


def tool_faults(reader, settings):
    """What the tool finds; its additional checks raise on statements of the wrong shape."""
    kind = schema.SchemaBODS(reader, settings)
    if kind.schema_version != "0.4":
        yield f"read as BODS {kind.schema_version}"
        return
    errors = [error.json() for error in jsonschemavalidate.JSONSchemaValidator(kind).validate(reader)]
    yield from (f"{'/'.join(map(str, error['path']))}: {error['message']}" for error in errors)
    if errors:
        return
    tasks = [task for task in run_tasks.TASK_CLASSES if task not in OLDER] + FORGOTTEN
    found = run_tasks.process_additional_checks(reader, settings, kind, tasks)
    yield from (f"{each.get('statement')}: {each['type']} {each}" for each in found["additional_checks"])
    yield from (f"not in the schema: {each}" for each in additionalfields.AdditionalFields(kind).process(reader))


def statement_faults(statements):
    """What the tool never checks."""
    for statement in statements:
        if statement.get("publicationDetails", {}).get("bodsVersion") != "0.4":
            yield f"{statement.get('statementId')}: bodsVersion is not 0.4"
        if statement.get("recordStatus") not in ("new", "updated", "closed"):
            yield f"{statement.get('statementId')}: recordStatus {statement.get('recordStatus')!r}"


def event_of(statement):
    """The name of the event that a statement is made from."""
    name = statement.get("recordId", "")
    return f"{name}/registered" if name.startswith("actor/") else name


def scalars(value):
    """Every text and number in a value; truth values are neither."""
    if isinstance(value, (dict, list)):
        for element in value.values() if isinstance(value, dict) else value:
            yield from scalars(element)
    elif value is not None and not isinstance(value, bool):
        yield str(value)


def texts(statements):
    """The texts that statements hold about each event."""
    held = {}
    for statement in statements:
        found = set(scalars(statement))
        found |= {text.removeprefix("actor/") for text in found}
        held.setdefault(event_of(statement), set()).update(found)
    return held


def rewrite(path, name, changed):
    """Writes a file again with the statements about an event changed."""
    statements = json.loads(path.read_text())
    path.write_text(json.dumps(
        [changed(each) if event_of(each) == name else each for each in statements], ensure_ascii=False))


def change(path, record, name, old, new):
    """Changes or drops a text in all that a file says about an event."""
    rewrite(path, name, lambda statement: edit.edited(statement, old, new))


def misname(path, record, name):
    """Gives the record that is made from an event another id."""
    rewrite(path, name, lambda statement: {**statement, "recordId": statement["recordId"] + "-x"})
