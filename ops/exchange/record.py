"""The record that is exported: as recorded, and as it stands."""

import json
import subprocess

from loss import canonical

# What an export of JSON Lines adds to the body of an event.
ADDED = ("stream", "id", "type", "position", "version", "recorded_at", "recorded_by", "leaf", "erased")


def event_name(line):
    """How answers name the event of a line: CASE/KEY, actor/SLUG/registered, or CASE#VERSION."""
    stream = line["stream"].removeprefix("case/")
    return f"{stream}/{line['key']}" if "key" in line else f"{stream}#{line['version']}"


def export(cases, *options):
    """What `cases export` writes for some cases; the whole record if there are none."""
    return subprocess.run(
        ["cases", "export", "--quiet", *cases, *map(str, options)], check=True, capture_output=True).stdout


class Record:
    """The events of the whole record or of some cases, by their names."""

    def __init__(self, cases):
        self.cases = cases
        # As recorded: what CloudEvents are made from. A case names events of others, so all are read.
        self.recorded, self.recorded_types, self.names = {}, {}, {}
        for line in map(json.loads, export([], "--format", "jsonl").splitlines()):
            self.add(line)
        exported = map(json.loads, export(cases, "--format", "jsonl").splitlines())
        self.lines = {event_name(line): line for line in exported}
        # As it stands: filled from the table of events of the CSV package.
        self.bodies, self.types = {}, {}

    def add(self, line):
        name = event_name(line)
        self.names[line["id"]] = name
        self.recorded_types[name] = line["type"]
        self.recorded[name] = {member: value for member, value in line.items() if member not in ADDED}

    @property
    def exported_bodies(self):
        """The events of the exported lines, as recorded."""
        return {name: self.recorded[name] for name in self.lines}

    def name(self, text):
        """The name of the event that a name or an id stands for."""
        return self.names.get(text, text)

    def stand(self, bodies, types, left):
        """Takes the events as they stand, and gives what is wrong with them."""
        self.bodies, self.types = bodies, types
        faults = [f"{name}: recorded, but not in the table of events"
                  for name in self.lines.keys() - bodies.keys() - left]
        for name, body in bodies.items():
            if name not in self.recorded:
                faults.append(f"{name}: in the table of events, but not recorded")
            elif types[name] != self.recorded_types[name]:
                faults.append(f"{name}: {types[name]} in the table of events, {self.recorded_types[name]} recorded")
            elif not self.stands(name, body):
                faults.append(f"{name}: stands otherwise than {canonical(body)[:300]}")
        return faults + [f"{name}: left out, but neither retracted nor erased"
                         for name in left if not self.is_gone(name)]

    def stands(self, name, body):
        """Whether an event is as it was recorded, or as `cases show` says that it stands."""
        corrected = any(correction["data"]["event"] == name for each, correction in self.recorded.items()
                        if self.recorded_types[each] == "event.corrected")
        if body == self.recorded[name] and not corrected:
            return True
        return body == self.shown(name)["standing"]

    def is_gone(self, name):
        """Whether an event was retracted or erased."""
        shown = self.shown(name)
        return bool(shown.get("retracted_by") or shown.get("erased"))

    def shown(self, name):
        return json.loads(subprocess.check_output(["cases", "show", name, "--json"]))
