"""Asks `cases import` and the schemas of `cases schema` about the same documents.

Called by ops/check-schema with the folder that holds the schemas and an export, and a seed. Prints every
document on which they disagree; exit status 1 if there is one.
"""

import collections
import json
import pathlib
import re
import subprocess
import sys

import jsonschema
import ruamel.yaml

import documents

# Faults that no schema can state: they compare values, need the calendar, or compute an id; and YAML has
# lost the zeros of a year below 1000 before a schema sees it.
BEYOND = re.compile(
    r"max is less than min|no such day|day of|exists|the id is not the one|is more than the whole|"
    r"X|before|after|ends|zone|shift|second|precision|no members|set|bytes|leap|"
    r"lists and objects inside each other|a year has exactly four digits"
)
# Faults that depend on the other documents of the same input, or on the record.
BESIDE = re.compile(r"another event of the input|is not in the record|with other content")
# What the schema of case files refuses though import reads it: a plain `null` as a text.
UNWRITTEN = re.compile(r"None is not of type")


def validator(path):
    return jsonschema.Draft202012Validator(json.loads(path.read_text()))


def faults_of_import(path):
    """The faults of a dry run, by file and line."""
    told = subprocess.run(
        ["cases", "import", "--dry-run", "--json", str(path)], capture_output=True, text=True)
    found = collections.defaultdict(list)
    if told.returncode == 0:
        return found
    for fault in json.loads(told.stderr.splitlines()[-1])["error"]["faults"]:
        if not BESIDE.search(fault["message"]):
            found[fault["file"], fault["line"]].append(fault["message"])
    return found


def disagreement(refusals, errors):
    """What is wrong between import's refusals and the schema's errors; None if they agree."""
    if not refusals and errors and not all(UNWRITTEN.search(error.message) for error in errors):
        return "only the schema refuses it"
    if refusals and not errors and not any(BEYOND.search(message) for message in refusals):
        return f"only import refuses it: {refusals[0]}"
    return None


class Tally:
    """Counts verdicts, and prints where they differ."""

    def __init__(self, alone):
        # Asks import about one document: some faults are told only where nothing else is wrong.
        self.alone = alone
        self.taken = self.refused = self.beyond = self.wrong = 0

    def add(self, name, document, refusals, errors):
        if errors and not refusals:
            refusals = self.alone(document)
        told = disagreement(refusals, errors)
        self.taken += not refusals
        self.refused += bool(refusals and errors)
        self.beyond += bool(refusals and not errors and not told)
        if told:
            self.wrong += 1
            if self.wrong <= 20:
                reason = errors[0].message[:200] if errors else ""
                print(f"{name}: {told}\n    {json.dumps(document, ensure_ascii=False)[:600]}\n    {reason}")

    def __str__(self):
        return (f"{self.taken} taken and {self.refused} refused by both, {self.beyond} refused by import alone "
                f"for what no schema can state, {self.wrong} disagreements")


def lines(folder, seed):
    """The lines of an export and of the examples, each with one fault, and mixed with each other."""
    recorded = [json.loads(line) for line in (folder / "record.jsonl").read_text().splitlines()]
    for line in recorded:
        for added in ("position", "version", "recorded_at", "recorded_by", "leaf", "id"):
            line.pop(added)
    told = json.loads(subprocess.check_output(["cases", "types", "--json"]))
    examples = [
        json.loads(subprocess.check_output(["cases", "types", kind["type"], "--json"]))["example"]
        for kind in told["types"]
    ]
    yield from recorded + examples
    rich = {}
    for line in recorded:
        kind = line["type"]
        rich[kind] = max(rich.get(kind, line), line, key=lambda each: len(json.dumps(each)))
    for line in examples + list(rich.values()):
        yield from documents.with_one_fault(line)
    yield from documents.mixed(recorded + examples, 8_000, seed)


def check_lines(folder, seed):
    def alone(line):
        path = folder / "alone.jsonl"
        path.write_text(json.dumps(line) + "\n")
        return sum(faults_of_import(path).values(), [])

    tally, schema = Tally(alone), validator(folder / "line.schema.json")
    written = list(lines(folder, seed))
    path = folder / "lines.jsonl"
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in written))
    found = faults_of_import(path)
    for number, line in enumerate(written, 1):
        tally.add(f"line {number}", line, found.get((str(path), number), []), list(schema.iter_errors(line)))
    return tally


def case_files(seed):
    """The case files of the checkout, small parts of them with one fault each, and mixed ones."""
    plain = ruamel.yaml.YAML(typ="safe", pure=True)
    plain.constructor.add_constructor(
        "tag:yaml.org,2002:timestamp", lambda constructor, node: constructor.construct_scalar(node))
    whole = [plain.load(path.read_text()) for path in sorted(pathlib.Path("Fixtures").glob("*.yaml"))]
    parts = []
    for document in whole:
        parts += [{"case": document["case"], "title": document["title"], "events": [event]}
                  for event in document.get("events", [])]
        for register in ("sources", "actors", "lists", "measures"):
            parts += [{register: {slug: fields}} for slug, fields in document.get(register, {}).items()]
    yield from whole
    yield from parts
    for part in [part for part in parts if "events" not in part][:12] + [
            part for part in parts if "events" in part][:6]:
        yield from documents.with_one_fault(part)
    yield from documents.mixed(parts, 1_500, seed)


def check_case_files(folder, seed):
    def alone(document):
        path = folder / "alone.yaml"
        path.write_text(json.dumps(document))
        return sum(faults_of_import(path).values(), [])

    tally, schema = Tally(alone), validator(folder / "case-file.schema.json")
    below = folder / "files"
    below.mkdir()
    written = list(case_files(seed))
    for number, document in enumerate(written, 1):
        # JSON is YAML whose texts are all quoted: what the schema sees is what import reads.
        (below / f"{number}.yaml").write_text(json.dumps(document, ensure_ascii=False, default=str))
    found = collections.defaultdict(list)
    for (file, _), messages in faults_of_import(below).items():
        found[pathlib.Path(file).stem] += messages
    for number, document in enumerate(written, 1):
        tally.add(f"case file {number}", document, found.get(str(number), []), list(schema.iter_errors(document)))
    return tally


if __name__ == "__main__":
    place, number = pathlib.Path(sys.argv[1]), int(sys.argv[2])
    print(f"seed {number}")
    tallies = {"lines": check_lines(place, number), "case files": check_case_files(place, number)}
    for what, tally in tallies.items():
        print(f"{what}: {tally}")
    sys.exit(any(tally.wrong or not tally.taken or not tally.refused for tally in tallies.values()))
