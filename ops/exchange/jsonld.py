"""JSON-LD 1.1: every member must reach RDF, and compaction must give the same document again."""

import json
import re

import pyld.jsonld as processor

import edit

LABEL = "nodes"
# A reference that is not absolute would resolve against the base without a word; against this one it shows.
BASE = "x-relative://x/"
ABSOLUTE = re.compile(r"(?!x-relative:)(_:|[A-Za-z][A-Za-z0-9+.-]*:\S+$)")
# The members of an event; a node has others beside them.
MEMBERS = ("key", "occurred", "summary", "actors", "claims", "no_source", "links", "data")


def no_document(url, options):
    raise processor.JsonLdError(f"refers to {url}", "cases.Offline", code="loading document failed")


OPTIONS = {"documentLoader": no_document, "base": BASE, "processingMode": "json-ld-1.1"}


def read(path, record):
    """The faults of a document, the number of its nodes, and what it says of each event by its name."""
    document, faults = json.loads(path.read_text()), []
    try:
        expanded = processor.expand(document, {**OPTIONS, "on_property_dropped": lambda name: faults.append(
            f"the context does not define {name!r}")})
        faults += node_faults(expanded, "$")
        kept_whole = set(whole_members(document["@context"]))
        body = {name: value for name, value in document.items() if name != "@context"}
        faults += vanishing(body, "$", kept_whole)
        back = processor.compact(expanded, document["@context"], {**OPTIONS, "graph": True})
        faults += compaction_faults(without_contexts(back, kept_whole), without_contexts(document, kept_whole))
        processor.to_rdf(document, {**OPTIONS, "format": "application/n-quads"})
    except processor.JsonLdError as error:
        faults.append(f"the processor cannot read it: {error}")
    nodes = document.get("events", document.get("@graph", []))
    held = {node_name(node, record): node for node in nodes}
    if len(held) != len(nodes):
        faults.append("two nodes are one event")
    return faults, len(nodes), {name: restored(node, record.bodies.get(name, {})) for name, node in held.items()}


def node_faults(value, at):
    """What expansion keeps, and the way to RDF drops without a word."""
    if isinstance(value, list):
        for element in value:
            yield from node_faults(element, at)
    if not isinstance(value, dict):
        return
    if "@value" in value:
        if not ABSOLUTE.match(value.get("@type", "x:x")) and value["@type"] != "@json":
            yield f"{at}: the datatype {value['@type']} is not an absolute IRI"
        return
    for identifier in [value.get("@id", "x:x"), *value.get("@type", [])]:
        if not ABSOLUTE.match(identifier):
            yield f"{at}: {identifier!r} is not an absolute IRI"
    if not value:
        yield f"{at}: an empty node"
    for name, member in value.items():
        if name not in ("@id", "@type"):
            yield from node_faults(member, name)


def whole_members(context):
    """The members that a context keeps as JSON: in these, null and [] stay."""
    for name, term in context.items():
        if isinstance(term, dict):
            if term.get("@type") == "@json":
                yield name
            if isinstance(term.get("@context"), dict):
                yield from whole_members(term["@context"])


def vanishing(value, at, kept_whole):
    """Where null and [] stand that are not in RDF."""
    if value is None or value == []:
        yield f"{at}: {json.dumps(value)} is dropped"
    elif isinstance(value, dict):
        for name, member in value.items():
            if name not in kept_whole:
                yield from vanishing(member, f"{at}.{name}", kept_whole)
    elif isinstance(value, list):
        for number, element in enumerate(value):
            yield from vanishing(element, f"{at}[{number}]", kept_whole)


def compaction_faults(back, document, at="$"):
    """Where compaction gives another document."""
    if isinstance(back, dict) and isinstance(document, dict):
        for name in sorted(back.keys() | document.keys()):
            yield from compaction_faults(back.get(name), document.get(name), f"{at}.{name}")
    elif isinstance(back, list) and isinstance(document, list) and len(back) == len(document):
        for number, (here, there) in enumerate(zip(back, document)):
            yield from compaction_faults(here, there, f"{at}[{number}]")
    elif back != document:
        yield f"{at}: {json.dumps(document)[:200]} is {json.dumps(back)[:200]} after compaction"


def without_contexts(value, kept_whole):
    """A document without its contexts."""
    if isinstance(value, dict):
        return {name: member if name in kept_whole else without_contexts(member, kept_whole)
                for name, member in value.items() if name != "@context"}
    return [without_contexts(element, kept_whole) for element in value] if isinstance(value, list) else value


def node_name(node, record):
    """The name of the event that a node is: its id is the UUID, or an IRI that ends with the name."""
    identifier = node.get("id", node.get("@id", ""))
    parts = re.split("[/#:]", identifier)
    for count in (3, 2, 1):
        name = record.name("/".join(parts[-count:]))
        if name in record.recorded:
            return name
    return identifier


def restored(node, body):
    """The event that a node is: its own members, without those added; a date that is null is left out."""
    event = {member: node[member] for member in MEMBERS if member in node}
    if "occurred" not in event and "occurred" in body and body["occurred"] is None:
        event["occurred"] = None
    if "key" not in event and "key" in body:
        event["key"] = body["key"]
    return event


def rewrite(path, record, name, changed):
    """Writes a document again with the node of an event changed."""
    document = json.loads(path.read_text())
    key = "events" if "events" in document else "@graph"
    document[key] = [changed(node) if node_name(node, record) == name else node for node in document[key]]
    path.write_text(json.dumps(document, ensure_ascii=False))


def change(path, record, name, old, new):
    """Changes or drops a text in what a document says of an event."""
    rewrite(path, record, name, lambda node: {
        member: edit.edited(value, old, new) if member in MEMBERS else value
        for member, value in node.items() if new or value != old})


def misname(path, record, name):
    """Gives the node of an event another id."""
    rewrite(path, record, name, lambda node: {
        member: value + "-x" if member in ("id", "@id") else value for member, value in node.items()})
