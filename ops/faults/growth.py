"""Legal records, and inputs that are refused, over which a command takes too long or too much memory."""
import os
import subprocess
import tempfile
import threading
import time
from pathlib import Path

from figure import Figure
from records import RECORDS, base, happening, line
from workspace import Workspace

SECONDS = 10
MEGABYTES = 500
# Of a record of so many events.
EVENTS = 20_000
# Commands that take too much, for the controls.
LARGE = {
    "sleeps": ["sleep", str(SECONDS + 1)],
    "fills memory": ["python3", "-c", f"b'x' * ({MEGABYTES + 100} << 20)"],
}


def figures(options):
    count = options.count(EVENTS, 400)
    names = options.random("growth").sample(sorted(RECORDS), 1) if options.short else RECORDS
    for name, (record, commands) in ((name, RECORDS[name]) for name in names):
        workspace = Workspace(f"growth_{name}")
        workspace.done("open", "acme", "--title", "Acme")
        lines = [*base(), *record(count)]
        workspace.done("import", "-", "--format", "jsonl", given="".join(map(line, lines)))
        slow = [words for words in commands + READING if exceeds(workspace, words)]
        yield Figure(f"growth, {name}, {len(lines)} events", len(slow), len(commands + READING))
    workspace = Workspace("growth_refused")
    with tempfile.TemporaryDirectory(prefix="growth.") as folder:
        slow = [
            name for name, make in REFUSED.items()
            if exceeds(workspace, refused(folder, name, make, count))]
    yield Figure("growth, refusals", len(slow), len(REFUSED))
    for name, command in LARGE.items():
        if name != "sleeps" or not options.short:
            yield Figure(
                f"growth, a command that {name}", int(exceeds(workspace, command)), 1,
                is_control=True)


READING = [
    ["list"], ["show", "acme"], ["timeline", "acme"], ["chain", "acme"], ["conflicts"],
    ["search", "mill"], ["sources"], ["measures"], ["actors"], ["why", "acme", "status"],
    ["diff", "acme", "--from", "5", "--to", "999999"], ["timeline", "--as-of", "2031-06"],
    ["show", "acme", "--published-by", "2031-06"], ["export", "acme", "--format", "jsonl"],
    ["verify"], ["rebuild", "--check"], ["projections"], ["doctor"],
]


def exceeds(workspace, words):
    """Whether a command takes longer, or more memory, than it may; what it took is printed."""
    command = words if words in LARGE.values() else ["cases", *words]
    started = time.monotonic()
    process = subprocess.Popen(
        command, env=workspace.environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL)
    # Beyond the limit it is much, however long it would go on.
    limit = threading.Timer(SECONDS + 0.5, process.kill)
    limit.start()
    _, _, usage = os.wait4(process.pid, 0)
    limit.cancel()
    process.returncode = 0
    seconds, megabytes = time.monotonic() - started, usage.ru_maxrss / 1024
    is_much = seconds > SECONDS or megabytes > MEGABYTES
    if is_much or os.environ.get("CASES_FAULTS_TELL"):
        print(f"  {seconds:6.1f} s {megabytes:6.0f} MB  {' '.join(command)[:100]}", flush=True)
    return is_much


def refused(folder, name, make, count):
    """A command over an input that is to be refused, in a file of its own."""
    ending = ".jsonl" if name.startswith("line") else ".yaml"
    path = Path(folder) / (name.replace(" ", "-") + ending)
    path.write_text(make(3 * count))
    return ["import", str(path)]


def unknown_names(count):
    event = happening("x", "action.taken", {"what": "x"})
    return line({**event, **{f"name{number}": 1 for number in range(count)}})


def unknown_actors(count):
    actors = [{"actor": f"nobody-{number}", "role": "actor"} for number in range(count // 20)]
    return "".join(
        line(happening(f"x{number}", "action.taken", {"what": "x"}, actors=actors[:20]))
        for number in range(count // 20))


def anchors(count):
    return "case: acme\ntitle: Acme\n" + "".join(
        f"x{number}: &a{number} x\n" for number in range(count))


def aliases(count):
    return "case: acme\ntitle: &a Acme\nlist: [" + ", ".join(["*a"] * count) + "]\n"


def deep(count):
    return "case: acme\ntitle: " + "[" * count + "]" * count + "\n"


def entries(count):
    """A case file of as many events as a record has."""
    count //= 3
    return "case: acme\ntitle: Acme\nevents:\n" + "".join(
        f"  - {{key: k, type: note.added, data: {{text: x{number}}}}}\n" for number in range(count))


REFUSED = {
    "line of unknown names": unknown_names,
    "lines of unknown actors": unknown_actors,
    "anchors": anchors,
    "aliases": aliases,
    "depth": deep,
    "one key for all": entries,
}
