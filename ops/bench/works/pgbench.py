"""Runs pgbench, which says what PostgreSQL itself does."""
import glob
import os
import re

import process
from works.work import Measured

# How long a work lasts that goes on for a set time.
SECONDS = 2


def measured(name, record, script, clients=1, events=1, options=()):
    """Transactions a second, times the events of each, and how long each took, in microseconds."""
    folder = record.server.folder
    with open(f"{folder}/script", "w", encoding="utf-8") as file:
        file.write(script)
    done = process.run(
        record.server.programs.pgbench, "--no-vacuum", "--protocol=prepared", f"--time={SECONDS}",
        f"--client={clients}", f"--jobs={min(clients, 2)}", f"--file={folder}/script",
        "--log", f"--log-prefix={folder}/laps", f"--host={folder}", "--username=postgres", *options,
        "postgres")
    rate = re.search(r"^tps = ([0-9.]+)", done.output.decode(), re.MULTILINE)
    return Measured({name: float(rate[1]) * events}, laps(f"{folder}/laps.*"))


def laps(pattern):
    """What the logs say that each transaction took; they are removed."""
    took = []
    for path in glob.glob(pattern):
        with open(path, encoding="utf-8") as file:
            took += [int(line.split()[2]) for line in file]
        os.remove(path)
    return took
