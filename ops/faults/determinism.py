"""Rebuilds of one log with other workers, languages, time zones, and by two processes at once.

All of them must make the same rows. The digests that the program prints are compared, and those that psql
makes of the rows. The control is a log with one event more.
"""
import itertools
import json

from figure import Figure
from read_models import digests
from record import mixed
from workspace import Workspace

WORKERS = [1, 2, 4]
LANGUAGES = ["C", "tr_TR.UTF-8"]
ZONES = ["UTC", "Asia/Kathmandu"]
PROCESSES = [1, 2]


def figures(options):
    random = options.random("determinism")
    workspace = Workspace("determinism")
    workspace.done("import", "-", "--format", "jsonl",
                   given="".join(mixed(random, options.count(2000, 200))))
    ways = list(itertools.product(WORKERS, LANGUAGES, ZONES, PROCESSES))
    if options.short:
        ways = random.sample(ways, 6)
    results = [rebuilt(workspace, *way) for way in ways]
    yield Figure("determinism, other digests by the program",
                 sum(printed != results[0][0] for printed, _ in results), len(ways))
    yield Figure("determinism, other rows for psql",
                 sum(rows != results[0][1] for _, rows in results), len(ways))
    empty = [row for row in results[0][1] if row.split("|")[1] == "0"]
    print(f"  read models without rows: {', '.join(row.split('|')[0] for row in empty)}")
    yield Figure("determinism, what rebuild --check finds",
                 int(workspace.run("rebuild", "--check").returncode != 0), 1)
    workspace.done("add-event", "acme-0", "note.added", "--key", "more", "--set", "text=x")
    more = rebuilt(workspace, *ways[0])
    yield Figure("determinism, one event more, other digests",
                 int(more[0] != results[0][0] and more[1] != results[0][1]), 1, is_control=True)


def rebuilt(workspace, workers, language, zone, processes):
    """Rebuilds, and answers the digests that the program prints and those of the rows."""
    settings = {"LC_ALL": language, "LANG": language, "TZ": zone}
    own = {**workspace.environment, **settings}
    elsewhere = workspace.at(own["CASES_DB"])
    elsewhere.environment = own
    commands = [elsewhere.start("rebuild", "--json", "--workers", str(workers))
                for _ in range(processes)]
    answers = [command.communicate()[0] for command in commands]
    codes = [command.returncode for command in commands]
    # One of two rebuilds may take the other's place, but never each the other's.
    assert set(codes) <= {0, 75} and 0 in codes, (settings, codes)
    printed = [
        [(model["name"], model["rows"], model["digest"]) for model in json.loads(answer)["projections"]]
        for answer, command in zip(answers, commands) if command.returncode == 0]
    assert all(one == printed[0] for one in printed), settings
    return printed[0], digests(workspace)
