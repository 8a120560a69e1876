"""Which values of a record an output holds, and whether the loss report of `cases export` says the same."""

import collections
import json


def canonical(value):
    """The text of a value as canonical JSON (RFC 8785); there are no fractions in a record."""
    return json.dumps(canonical_parts(value), ensure_ascii=False, separators=(",", ":"))


def canonical_parts(value):
    """The value with the members of its objects in the order of RFC 8785: by UTF-16 code units."""
    if isinstance(value, dict):
        return {name: canonical_parts(value[name])
                for name in sorted(value, key=lambda name: name.encode("utf-16-be"))}
    if isinstance(value, list):
        return [canonical_parts(element) for element in value]
    return value


def scalars(value, path):
    """The path and the text of every scalar in a value; None for null."""
    if isinstance(value, dict):
        for name, member in value.items():
            yield from scalars(member, f"{path}.{name}" if path else name)
    elif isinstance(value, list):
        for element in value:
            yield from scalars(element, path)
    elif value is None:
        yield path, None
    elif isinstance(value, bool):
        yield path, "true" if value else "false"
    else:
        yield path, str(value)


def values(body):
    """The path and the text of every value of an event: all that it says, except its key."""
    return scalars({name: member for name, member in body.items() if name != "key"}, "")


class Measured:
    """What an output holds of the events that are in it."""

    def __init__(self):
        self.events = self.values = 0
        self.lost = collections.Counter()

    def add(self, kind, body, keeps):
        """Counts an event; `keeps` says of a text whether the output holds it about that event."""
        self.events += 1
        for path, text in values(body):
            self.values += 1
            if text is not None and not keeps(text):
                self.lost[kind, path] += 1

    def differences(self, report, name):
        """The faults of a loss report: where it does not say what was measured."""
        faults = [f"loss report: {member} is {report.get(member)!r}, measured {value!r}"
                  for member, value in (("schema", "cases.loss/1"), ("format", name),
                                        ("events", self.events), ("values", self.values))
                  if report.get(member) != value]
        if set(report) != {"schema", "format", "events", "values", "lost", "left_out"}:
            faults.append(f"loss report: its members are {sorted(report)}")
        entries = [(entry["type"], entry["path"]) for entry in report.get("lost", [])]
        if entries != sorted(set(entries), key=lambda entry: [part.encode() for part in entry]):
            faults.append("loss report: `lost` is not sorted by type and path, or names one twice")
        said = {(entry["type"], entry["path"]): entry["values"] for entry in report.get("lost", [])}
        for kind, path in sorted(said.keys() | self.lost.keys()):
            here, there = said.get((kind, path), 0), self.lost[kind, path]
            if here != there or there == 0:
                faults.append(f"loss report: {kind} {path}: {here} said to be lost, {there} measured")
        return faults


def left_out_faults(report, record, held):
    """The faults of the list of events that are not in an output, and of what is in it nevertheless."""
    faults, left = [], [entry["event"] for entry in report.get("left_out", [])]
    faults += [f"{entry['event']}: left out without a reason"
               for entry in report.get("left_out", []) if not entry["why"].strip()]
    faults += [f"{name}: left out twice" for name, count in collections.Counter(left).items() if count > 1]
    for name in left:
        if name not in record.recorded:
            faults.append(f"{name}: left out, but nothing of that name is recorded")
        # A register that is left out may still be named, by an entity that says nothing else.
        elif name in held and not name.startswith(("actor/", "source/")):
            faults.append(f"{name}: said to be left out, but the output has it")
    return faults


def missing(names, record, left, held):
    """The events that are recorded and neither in the output nor left out, and the other way round."""
    gone = record.lines.keys() - record.bodies.keys()
    for name in sorted((set(names) | gone) - held.keys() - left):
        yield f"{name}: neither in the output nor left out"
    for name in sorted(held.keys() - set(names) - left):
        if not name.startswith(("actor/", "source/")):
            yield f"{name}: in the output, but not in the input"


def compare_texts(name, record, report, held):
    """Compares a record with an output that has no room for all of it.

    `held` has, by the name of an event, the texts that the output holds about it. Gives what was
    measured, and the faults.
    """
    left = {entry["event"] for entry in report.get("left_out", [])}
    measured = Measured()
    for event, body in record.bodies.items():
        if event not in left:
            measured.add(record.types[event], body, held.get(event, set()).__contains__)
    faults = left_out_faults(report, record, held) + list(missing(record.bodies, record, left, held))
    return measured, faults + measured.differences(report, name)


def compare_bodies(name, bodies, record, report, held):
    """Compares events with an output that carries them whole.

    `held` has, by the name of an event, what the output says it is. Gives what was measured, and the faults.
    """
    left = {entry["event"] for entry in report.get("left_out", [])}
    measured = Measured()
    faults = left_out_faults(report, record, held) + list(missing(bodies, record, left, held))
    faults += [f"{event}: in the output, but not in the input"
               for event in held.keys() - bodies.keys() if event.startswith(("actor/", "source/"))]
    for event, body in bodies.items():
        if event in left:
            continue
        measured.add(record.recorded_types.get(event), body, lambda text: True)
        if event in held and canonical(held[event]) != canonical(body):
            faults.append(f"{event}: goes in as {canonical(body)[:300]}\n"
                          f"    and comes out as {canonical(held[event])[:300]}")
    return measured, faults + measured.differences(report, name)
