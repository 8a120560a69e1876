"""Exports a record in every exchange format, validates each output, and compares it with what went in.

Called by ops/check-exchange with a folder for the outputs and the names of formats; all of them if none are
named. Prints a line for each format and input, and one for each fault; exit status 1 if there is one. The outputs of
the whole record are damaged, too, in ways that must be found.
"""

import json
import pathlib
import subprocess
import sys

import csv_package
from controls import control_faults
from formats import FILES, FORMATS, PARTIAL
from loss import compare_bodies, compare_texts
from record import Record, export

# How many faults are printed of each output, and how much of each.
SHOWN, LONGEST = 20, 600


def written(name, record, folder, *options):
    """The path of an output, which is written into a folder of its own beside its loss report."""
    folder.mkdir(parents=True)
    path = folder / FILES.get(name, "output.json")
    loss = folder.with_suffix(".loss.json")
    if name == "csv":
        export(record.cases, "--format", name, "--out", folder, "--loss", loss, *options)
    else:
        path.write_bytes(export(record.cases, "--format", name, "--loss", loss, *options))
    return path, json.loads(loss.read_text())


def checked(name, record, path, report):
    """The faults of an output by itself, those of the comparison, how much is in it, and what was measured."""
    faults, count, held = FORMATS[name].read(path, record)
    if name in PARTIAL:
        measured, different = compare_texts(name, record, report, held)
    else:
        bodies = record.exported_bodies if name == "cloudevents" else record.bodies
        measured, different = compare_bodies(name, bodies, record, report, held)
    return faults, different, count, (measured, held)


def stand(record, folder):
    """Reads the table of events, from which the other formats are compared; gives the faults."""
    path, report = written("csv", record, folder / "csv")
    rows = csv_package.table(path, "events")
    left = {entry["event"] for entry in report["left_out"]}
    faults = record.stand({row["event"]: json.loads(row["body"]) for row in rows},
                          {row["event"]: row["type"] for row in rows}, left)
    marked, _ = written("csv", record, folder / "csv-with-mark", "--bom")
    faults += csv_package.read(marked, record, with_mark=True)[0]
    return faults + list(csv_package.mark_faults(marked.parent, path.parent)), path, report


def check(name, record, folder, output, before, controls):
    """Checks one format of one input, and prints what was found beside the faults found before.

    Gives whether there were none.
    """
    try:
        path, report = output or written(name, record, folder / name)
    except subprocess.CalledProcessError as error:
        print(f"{name} {folder.name}: cannot be exported: {error.stderr.decode().strip()}")
        return False
    faults, different, count, (measured, held) = checked(name, record, path, report)
    faults = before + faults + different
    if not count and measured.events:
        faults.append("nothing is in the output")
    if controls:
        faults += control_faults(name, record, path, report, held, checked)
    lost = f"{sum(measured.lost.values())} of {measured.values} values lost"
    told = f"{len(faults)} faults; {lost}" if faults else f"valid; {lost}, as reported"
    print(f"{name} {folder.name}: {count} {FORMATS[name].LABEL}, {told}")
    for fault in faults[:SHOWN]:
        print(f"    {fault[:LONGEST]}")
    if len(faults) > SHOWN:
        print(f"    and {len(faults) - SHOWN} more")
    return not faults


def check_input(cases, folder, names, controls):
    """Checks the formats of one input; the CSV package first, because it says what goes into the others."""
    record = Record(cases)
    try:
        faults, path, report = stand(record, folder)
    except subprocess.CalledProcessError as error:
        print(f"csv {folder.name}: cannot be exported: {error.stderr.decode().strip()}")
        return False
    results = [check("csv", record, folder, (path, report), faults, controls)]
    results += [check(name, record, folder, None, [], controls) for name in names if name != "csv"]
    return all(results)


if __name__ == "__main__":
    place, wanted = pathlib.Path(sys.argv[1]), sys.argv[2:] or list(FORMATS)
    sound = [check_input([], place / "whole-record", wanted, controls=True),
             check_input(["nexperia-seizure"], place / "nexperia-seizure", wanted, controls=False)]
    sys.exit(not all(sound))
