"""A bundle of STIX 2.1: the format's own validator with every check on, and what it does not check.

Allowed are ids that are UUIDv5 (103: an export is reproducible) and URLs without a hash (302: no copy is kept).
"""

import json
import re

from stix2validator import ValidationOptions, validate_file

import edit
from loss import canonical

LABEL = "objects"
ALLOWED = {"103", "302"}


def read(path, record):
    """The faults of a bundle, the number of its objects, and what it says of each event by its name."""
    options = ValidationOptions(version="2.1", strict_types=True, strict_properties=True, enforce_refs=True)
    results = validate_file(str(path), options)
    if results.fatal:
        return [str(results.fatal)], 0, {}
    faults = []
    for result in results.object_results:
        faults += map(str, result.errors)
        for warning in map(str, result.warnings or []):
            code = re.search(r"\{(\d+)\}", warning)
            if not code or code.group(1) not in ALLOWED:
                faults.append(warning)
    written = json.loads(path.read_text()).get("objects", [])
    objects = {each["id"]: each for each in written}
    if not objects or len(objects) != len(written):
        faults.append("there are no objects, or two with one id")
    for name, each in objects.items():
        faults += [f"{name}: {fault}" for fault in object_faults(each, objects)]
    held, found = bodies(objects, record)
    return faults + found, len(objects), held


def references(value, key=""):
    """The ids that an object refers to."""
    if isinstance(value, dict):
        for name, member in value.items():
            if name != "extensions":
                yield from references(member, name)
    elif isinstance(value, list):
        for element in value:
            yield from references(element, key)
    elif key.endswith(("_ref", "_refs")):
        yield key, value


def object_faults(each, objects):
    """What is wrong with an object and is not checked by the validator."""
    for key, value in references(each):
        if value not in objects:
            yield f"{key} {value} is not in the bundle"
    if each["type"] == "extension-definition" and not each.get("created_by_ref"):
        yield "created_by_ref is required"
    for key in ("created", "modified"):
        if key in each and not re.fullmatch(r".*\.\d{3}Z", each[key]):
            yield f"{key} must have three decimals"
    for name, extension in each.get("extensions", {}).items():
        definition = objects.get(name)
        if not definition or extension["extension_type"] not in definition["extension_types"]:
            yield f"{name} is not in the bundle, or not an extension of this type"
        for key in extension:
            if not re.fullmatch(r"[a-z][a-z0-9_]{2,249}", key):
                yield f"{key} is not a name that STIX allows"


def extensions(each):
    """The extensions of an object that carry a whole event."""
    return [extension for extension in each.get("extensions", {}).values() if "body" in extension]


def event_name(extension, record):
    return record.name(extension.get("event", extension.get("event_id")))


def bodies(objects, record):
    """What a bundle says of each event, and what is wrong with it."""
    held, faults = {}, []
    for identifier, each in objects.items():
        for extension in extensions(each):
            name, body = event_name(extension, record), json.loads(extension["body"])
            if canonical(body) != extension["body"]:
                faults.append(f"{identifier}: body is not canonical JSON")
            if name in held:
                faults.append(f"{name}: two objects carry it")
            held[name] = body
    return held, faults


def rewrite(path, record, name, changed):
    """Writes a bundle again in which the extension that carries an event is another."""
    bundle = json.loads(path.read_text())
    for each in bundle["objects"]:
        for extension in extensions(each):
            if event_name(extension, record) == name:
                changed(each, extension)
    path.write_text(json.dumps(bundle, ensure_ascii=False))


def change(path, record, name, old, new):
    """Changes or drops a text in what a bundle says of an event."""
    def changed(each, extension):
        extension["body"] = canonical(edit.edited(json.loads(extension["body"]), old, new))

    rewrite(path, record, name, changed)


def misname(path, record, name):
    """Gives the object that carries an event another id."""
    def changed(each, extension):
        key = "event" if "event" in extension else "event_id"
        extension[key] = "x" + extension[key]

    rewrite(path, record, name, changed)
