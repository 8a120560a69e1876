"""Entities of FollowTheMoney, one a line: what the library would change or drop is a fault.

`ftm validate` silently drops unknown properties, invalid dates and dangling references, and cuts dates.
"""

import json

from followthemoney import model
from followthemoney.types import registry

import edit

LABEL = "entities"
MEMBERS = {"id", "schema", "properties", "caption", "datasets", "referents", "first_seen", "last_seen", "last_change"}


def event_of(entity, record_ids):
    """The names of the events that an entity is made from."""
    names = set(record_ids)
    for register, key in (("actor", "registered"), ("source", "captured")):
        if entity.startswith(f"{register}-"):
            names.add(f"{register}/{entity.removeprefix(f'{register}-')}/{key}")
    return names


def texts_of(kind, value):
    """The texts that a value of a property counts as: ids as what they name, countries in both cases."""
    yield value
    if kind is registry.country:
        yield value.upper()
    elif kind is registry.entity:
        first, _, rest = value.partition("-")
        if first in ("actor", "source"):
            yield rest
        elif value.startswith("case."):
            yield value.removeprefix("case.").replace(".", "/", 1)


def read(path, record):
    """The faults of a file, the number of its entities, and the texts that they hold about each event."""
    faults, entities, held = [], {}, {}
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        try:
            data = json.loads(line)
        except ValueError as error:
            faults.append(f"line {number}: no JSON: {error}")
            continue
        found = list(entity_faults(data))
        if data.get("id") in entities:
            found.append("its id occurs twice")
        faults += [f"line {number}: {data.get('id')}: {fault}" for fault in found]
        if model.get(data.get("schema", "")):
            entities[data["id"]] = data
            hold(data, held)
    return faults + list(reference_faults(entities)), len(entities), held


def hold(data, held):
    """Adds the texts that an entity holds after the library has read and cleaned it."""
    proxy = model.get_proxy(data, cleaned=False)
    texts = {text for prop, value in proxy.itervalues() for text in texts_of(prop.type, value)}
    for name in event_of(proxy.id, proxy.get("recordId", quiet=True)):
        held.setdefault(name, set()).update(texts)


def entity_faults(data):
    """What is wrong with one entity by itself."""
    schema, entity = model.get(data.get("schema", "")), data.get("id")
    if set(data) - MEMBERS:
        yield f"unknown members {sorted(set(data) - MEMBERS)}"
    if schema is None or schema.abstract:
        yield f"schema {data.get('schema')!r} is unknown or abstract"
        return
    longest = registry.entity.max_length
    if not isinstance(entity, str) or registry.entity.clean(entity) != entity or len(entity) > longest:
        yield "nothing can refer to its id"
    proxy = model.make_entity(schema)
    proxy.id = entity
    for name, given in data["properties"].items():
        for fault in property_faults(schema, proxy, name, given):
            yield f"{name}: {fault}"
    for name in schema.required:
        if not data["properties"].get(name):
            yield f"{schema.name} requires {name}"


def property_faults(schema, proxy, name, given):
    """What is wrong with the values of one property."""
    prop = schema.get(name)
    if prop is None or prop.stub or prop.deprecated:
        yield f"{schema.name} has no such property, or it is deprecated or a reverse one"
        return
    if not isinstance(given, list) or not given or not all(isinstance(value, str) for value in given):
        yield "is not a list of texts"
        return
    if len(set(given)) != len(given):
        yield "has a value twice"
    for value in given:
        try:
            clean = prop.type.clean(value, format=prop.format, proxy=proxy)
        except Exception as error:  # noqa: BLE001  # an entity that refers to itself, for example
            clean = error
        if clean != value:
            yield f"{value!r} would be {clean!r}"
        if len(value) > prop.max_length:
            yield f"longer than {prop.max_length}"


def reference_faults(entities):
    """What an entity refers to that is not in the file, or that the property does not allow."""
    for entity, data in entities.items():
        for name, given in data["properties"].items():
            prop = model.get(data["schema"]).get(name)
            if prop is None or prop.type is not registry.entity or not isinstance(given, list):
                continue
            for value in given:
                if value not in entities:
                    yield f"{entity}: {name} refers to {value}, which is not in the file"
                elif prop.range and not model.get(entities[value]["schema"]).is_a(prop.range):
                    yield f"{entity}: {name} must be {prop.range.name}; {value} is not"


def change(path, record, name, old, new):
    """Changes or drops a text in all that a file holds about an event."""
    def changed(data):
        if name not in event_of(data["id"], data["properties"].get("recordId", [])):
            return data
        kept = {prop: edit.edited(given, old, new) for prop, given in data["properties"].items()}
        return {**data, "properties": {prop: given for prop, given in kept.items() if given}}

    edit.edit_lines(path, changed)


def misname(path, record, name):
    """Gives the entities that are made from an event other ids."""
    edit.edit_lines(path, lambda data: {**data, "id": data["id"] + "-x"}
                    if name in event_of(data["id"], data["properties"].get("recordId", [])) else data)
