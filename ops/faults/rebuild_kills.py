"""Rebuilds that are killed at a random moment: the command by SIGKILL, or its server.

The read models of before must answer as before, and when the rebuild has been run again, they must
have the rows of an undisturbed rebuild. The digests are made by psql from the rows. The control takes the
rows of every generation, as a query does that does not choose the live one.
"""
import time

from figure import Figure
from read_models import digests
from record import add_bulk, mixed
from server import Server
from workspace import Workspace

QUERIES = [["list", "--json"], ["measures", "--json"]]


def figures(options):
    random = options.random("rebuild_kills")
    kills = options.count(60, 3)
    with Server("-c max_worker_processes=8") as server:
        workspace = Workspace("rebuild_kills", server.address)
        workspace.done("import", "-", "--format", "jsonl",
                       given="".join(mixed(random, 200)))
        # A rebuild commits every few thousand events, and must be long enough to be met between.
        add_bulk(workspace, 8_000 if options.short else 40_000)
        began = time.monotonic()
        workspace.done("rebuild")
        usual = time.monotonic() - began
        clean, answers = digests(workspace), answered(workspace)
        counts = dict.fromkeys(["rows", "answers", "resumed", "failed", "mixed", "unfinished"], 0)
        for nth in range(kills):
            kill(server if nth % 2 else None, workspace, random.uniform(0.3, 0.9) * usual)
            compare(workspace, clean, answers, counts)
        yield from counted(counts, kills)
        yield Figure("rebuild kills, rebuild --check at the end",
                     int(workspace.run("rebuild", "--check").returncode != 0), 1)


def compare(workspace, clean, answers, counts):
    """Counts what differs after a kill, and after the rebuild has been run again."""
    counts["mixed"] += digests(workspace, of_all=True) != clean
    counts["rows"] += digests(workspace) != clean
    counts["answers"] += answered(workspace) != answers
    ended = workspace.run("rebuild")
    counts["failed"] += ended.returncode != 0
    counts["unfinished"] += "unfinished rebuild" in ended.stderr
    counts["resumed"] += digests(workspace) != clean


def counted(counts, kills):
    yield Figure("rebuild kills, live rows changed by the kill", counts["rows"], kills)
    yield Figure("rebuild kills, other answers after the kill", counts["answers"], kills)
    yield Figure("rebuild kills, rebuilds that failed after it", counts["failed"], kills)
    yield Figure("rebuild kills, other rows than an undisturbed rebuild", counts["resumed"], kills)
    yield Figure("rebuild kills, rows of all generations differ", counts["mixed"], kills,
                 is_control=True)
    yield Figure("rebuild kills, rebuilds that were resumed", counts["unfinished"], kills,
                 is_control=True)


def kill(server, workspace, seconds):
    """Starts a rebuild and kills it after so many seconds, or kills its server."""
    command = workspace.start("rebuild")
    time.sleep(seconds)
    if server:
        server.kill()
        server.start()
    command.kill()
    command.communicate()
    # What the killed client had begun is undone when its session ends.
    while workspace.sql("""
            SELECT 1 FROM pg_stat_activity
            WHERE backend_type = 'client backend' AND pid <> pg_backend_pid();"""):
        time.sleep(0.05)


def answered(workspace):
    return [workspace.done(*words) for words in QUERIES]
