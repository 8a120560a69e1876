"""Answers that tell of events after the position that they name.

One program appends without a pause, another asks. Each answer is asked for again as of the position
that it named, and must be the same then. A sound log must verify meanwhile.
"""
import itertools
import json
import threading

from figure import Figure
from workspace import Workspace

QUERIES = {
    "list": ["list"],
    "show CASE": ["show", "acme"],
    "show EVENT": ["show", "acme/order"],
    "timeline": ["timeline"],
    "chain CASE": ["chain", "acme"],
    "chain EVENT": ["chain", "acme/order"],
    "conflicts": ["conflicts"],
    "search": ["search", "wafer", "--limit", "1000"],
    "why": ["why", "acme", "last_event"],
    "diff": ["diff", "acme", "--from", "3", "--to", "999999999"],
    "sources": ["sources"],
    "sources SOURCE": ["sources", "gazette"],
    "measures": ["measures"],
    "actors": ["actors"],
}
# The record is begun anew after so many reads, or the appends of a whole run would make it long.
READS = 50


def figures(options):
    times = options.count(100, 2)
    names = options.random("snapshots").sample(sorted(QUERIES), 3) if options.short else QUERIES
    for name, query in ((name, QUERIES[name]) for name in names):
        yield Figure(f"snapshots, {name}", *counted(query, times, of_before=False))
    yield Figure(
        "snapshots, list at one position before", *counted(["list"], times, of_before=True),
        is_control=True)
    yield Figure("snapshots, verify", *verified(times))


numbers = itertools.count(1)


def counted(query, times, of_before):
    """Answers that differ from those at their position, or at the one before; and how many were tried."""
    faults = 0
    for workspace, _ in reads(times):
        answer = workspace.answer(*query)
        position = answer["known_at"] - (1 if of_before else 0)
        then = workspace.answer(*earlier(query, position))
        faults += stripped(answer) != stripped(then)
    return faults, times


def earlier(query, position):
    """The same question as of a position; a diff has a position already, its last word."""
    if query[0] == "diff":
        return [*query[:-1], str(position)]
    return [*query, "--known-at", str(position)]


def stripped(answer):
    """Without the words that name the position, of which the second question may have others."""
    return {name: value for name, value in answer.items() if name not in ("known_at", "to")}


def verified(times):
    """Verdicts about a sound log that call it unsound."""
    faults = 0
    for workspace, _ in reads(times):
        ended = workspace.run("verify", "--json")
        faults += ended.returncode != 0 or json.loads(ended.stdout)["ok"] is not True
    return faults, times


def reads(times):
    """Workspaces to read from, each so many times while another program appends to it."""
    for begun in range(0, times, READS):
        workspace = Workspace(f"snapshots_{next(numbers)}")
        begin(workspace)
        end = threading.Event()
        appending = threading.Thread(target=append, args=(workspace, end))
        appending.start()
        try:
            for nth in range(min(READS, times - begun)):
                yield workspace, nth
        finally:
            end.set()
            appending.join()


def begin(workspace):
    workspace.done("add-source", "gazette", "--title", "Gazette", "--published", "2031-04-01")
    workspace.done("add-actor", "mill", "--name", "Mill", "--type", "company")
    workspace.done("open", "acme", "--title", "Acme")
    workspace.done(
        "add-event", "acme", "measure.announced", "--key", "order", "--undated", "--set",
        "measure=order", "--set", "stage=proposed", "--source", "gazette", "--actor", "mill",
        "--summary", "An order.")


def append(workspace, end):
    """Appends, a case more now and then, until the end comes."""
    for number in itertools.count(1):
        if end.is_set():
            return
        if number % 5 == 0:
            workspace.done("open", f"other-{number}", "--title", f"Other {number}")
            continue
        workspace.done(
            "add-event", "acme", "measure.announced", "--key", f"deed-{number}", "--occurred",
            f"2031-04-{1 + number % 30:02}", "--set", f"measure=m-{number}", "--set",
            "stage=proposed", "--source", "gazette", "--actor", "mill", "--summary",
            f"Wafer {number}", "--link", "responds_to=acme/order")
