"""CloudEvents 1.0, one a line: a schema of the format, the reading of its SDK, and nothing lost on the way back."""

import datetime
import json
import pathlib

import jsonschema
from cloudevents.core.formats.json import JSONFormat

import edit

LABEL = "events"
# What every intermediary must forward.
LARGEST = 64 * 1024


def checker():
    """The validator; without its extras, jsonschema would check no URI and no time."""
    needed = {"date-time", "uri", "uri-reference"} - set(jsonschema.FormatChecker.checkers)
    if needed:
        raise SystemExit(f"jsonschema cannot check {sorted(needed)}: install jsonschema[format-nongpl]")
    schema = json.loads(pathlib.Path(__file__).with_name("cloudevent.schema.json").read_text())
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())


def strict(pairs):
    """An object, unless a member occurs twice."""
    if len(dict(pairs)) != len(pairs):
        raise ValueError("a member occurs twice")
    return dict(pairs)


def read(path, record):
    """The faults of a file, the number of its events, and what it says of each event by its name."""
    faults, seen, held, validator = [], set(), {}, checker()
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        try:
            event = json.loads(line, object_pairs_hook=strict)
        except ValueError as error:
            faults.append(f"line {number}: {error}")
            continue
        found = [f"{'/'.join(map(str, error.path))}: {error.message[:200]}" for error in validator.iter_errors(event)]
        if not found:
            found = list(event_faults(event, line))
            if (event["source"], event["id"]) in seen:
                found.append("its source and id occur twice")
            seen.add((event["source"], event["id"]))
            found += hold(event, record, held)
        faults += [f"line {number}: {fault}" for fault in found]
    return faults, len(seen), held


def hold(event, record, held):
    """Adds what an event says, and gives what is wrong with it as one of the record."""
    name = record.name(event["id"])
    if event["type"] != f"cases.{record.recorded_types.get(name)}":
        yield f"its type is {event['type']}"
    if "data" in event:
        held[name] = event["data"]
    # What was erased still has its place among the events, but says nothing.
    elif event.get("erased") is not True:
        yield "it has no data"


def event_faults(event, line):
    """What is wrong with one event that the schema takes."""
    if len(line) > LARGEST:
        yield "longer than 64 KiB, which intermediaries need not forward"
    form = JSONFormat()
    back = json.loads(form.write(form.read(None, line.decode())))
    for each in (event := dict(event), back):
        if "time" in each:
            each["time"] = datetime.datetime.fromisoformat(each["time"])
    if back != event:
        yield f"the SDK reads {back}"


def change(path, record, name, old, new):
    """Changes or drops a text in what a file says of an event."""
    edit.edit_lines(path, lambda event: {**event, "data": edit.edited(event.get("data"), old, new)}
                    if record.name(event["id"]) == name else event)


def misname(path, record, name):
    """Gives an event another id."""
    edit.edit_lines(path, lambda event: {**event, "id": "x" + event["id"]}
                    if record.name(event["id"]) == name else event)
