"""Commands whose n-th call to the database fails, for each n.

A library before libpq cuts the connection at the n-th call that sends something: before it is sent, or after
the server has it. No command may crash, end with an undocumented code, or store a part of what it was
given; what it says must agree with the log; and a command that only reads must answer as ever, or
fail. The control is psql with two statements, of which one may be stored alone.
"""
import json
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from clients import DOCUMENTED
from figure import Figure
from options import CannotRun
from workspace import Workspace

BATCH = 3
# {key} is another one for each run.
WRITING = {
    "add-event": ["add-event", "acme", "note.added", "--key", "{key}", "--set", "text=x", "--json"],
    "open": ["open", "{key}", "--title", "Opened", "--json"],
    "import": ["import", "-", "--format", "jsonl", "--json"],
}
READING = {
    "show": ["show", "acme", "--json"], "list": ["list", "--json"],
    "timeline": ["timeline", "--json"], "chain": ["chain", "acme", "--json"],
    "projections": ["projections", "--json"], "verify": ["verify", "--json"],
    "rebuild": ["rebuild", "--json"], "rebuild --check": ["rebuild", "--check", "--json"],
}
WHEN = ["before", "after"]


def figures(options):
    with tempfile.TemporaryDirectory(prefix="calls.") as folder:
        library = compiled(folder)
        workspace = Workspace("failed_calls")
        workspace.done("open", "acme", "--title", "Acme")
        calls = Calls(workspace, library, folder, options)
        for name, words in WRITING.items():
            yield from wrote(name, words, calls)
        for name, words in READING.items():
            yield from read(name, words, calls)
        yield Figure("failed calls, commands that ended with another code than 0", calls.failures,
                     calls.runs, is_control=True)
        yield careless(workspace, calls)


def compiled(folder):
    compiler = shutil.which("cc") or shutil.which("clang")
    if compiler is None:
        raise CannotRun("no C compiler is installed")
    library = Path(folder) / "calls.so"
    source = Path(__file__).resolve().parent / "failing_calls.c"
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"], check=True)
    return library


class Calls:
    """Runs commands whose n-th call fails; `each` chooses which n."""

    def __init__(self, workspace, library, folder, options):
        self.workspace, self.folder = workspace, Path(folder)
        self.environment = {**workspace.environment, "LD_PRELOAD": str(library)}
        self.random = options.random("failed_calls")
        self.sample = options.count(1000, 3)
        self.number = self.runs = self.failures = 0

    def run(self, command, n, when, given=""):
        file = self.folder / "calls"
        file.write_text("0")
        ended = subprocess.run(
            command, text=True, input=given, capture_output=True,
            env={**self.environment, "CALLS_CUT": str(n), "CALLS_WHEN": when, "CALLS_FILE": str(file)})
        self.runs += 1
        self.failures += ended.returncode != 0
        return ended, int(file.read_text())

    def each(self, most):
        ways = [(n, when) for n in range(1, most + 1) for when in WHEN]
        return sorted(self.random.sample(ways, min(self.sample, len(ways))))

    def key(self):
        self.number += 1
        return f"k{self.number}"


def wrote(name, words, calls):
    """The figures of a command that records."""
    _, most = once(words, calls, 0, "")
    assert most > 0, name
    runs = [once(words, calls, *way)[0] for way in calls.each(most)]
    name = f"failed calls, {name}"
    yield Figure(f"{name}, of {most} calls, crashes and undocumented codes",
                 sum(code not in DOCUMENTED for code, *_ in runs), len(runs))
    yield Figure(f"{name}, stored in part", sum(0 < there < all for _, _, there, all in runs), len(runs))
    yield Figure(f"{name}, what was said is not so",
                 sum(is_false(*run) for run in runs), len(runs))


def once(words, calls, n, when):
    """One run: its exit code, what it said, how many of its events are stored, and how many it had."""
    key = calls.key()
    is_import = words[0] == "import"
    keys = [f"{key}-{nth}" for nth in range(BATCH)] if is_import else [key]
    given = "".join(json.dumps({"stream": "case/acme", "type": "note.added", "key": one,
                                "data": {"text": "x"}}) + "\n" for one in keys if is_import)
    ended, most = calls.run(["cases", *(word.format(key=key) for word in words)], n, when, given)
    there = calls.workspace.sql(f"""
        SELECT count(*) FROM :"workspace".event
        WHERE key IN ({", ".join(f"'{one}'" for one in keys)}) OR stream = 'case/{key}';""")
    return (ended.returncode, ended.stdout + ended.stderr, int(there[0]), len(keys)), most


def is_false(code, said, there, all):
    """Whether a command told what is not so; 75 without more words leaves the outcome open."""
    is_told = code == 0 or '"recorded":[{' in said
    is_denied = "nothing was recorded" in said or code not in (0, 75)
    wrong = is_told and there < all or is_denied and there > 0
    if wrong:
        print(f"  wrong: exit code {code}, {there} of {all} stored: {said[:300]}")
    return wrong


def read(name, words, calls):
    """The figures of a command that leaves the log as it is."""
    ended, most = calls.run(["cases", *words], 0, "")
    assert ended.returncode == 0 and most > 0, ended.stderr
    answer, size = steady(ended.stdout), log(calls.workspace)
    runs = [calls.run(["cases", *words], *way)[0] for way in calls.each(most)]
    name = f"failed calls, {name}"
    wrong = [run for run in runs if run.returncode not in DOCUMENTED - {1}]
    for run in wrong:
        print(f"  wrong: exit code {run.returncode}: {run.stderr[:300]}")
    yield Figure(f"{name}, of {most} calls, crashes, undocumented codes, false alarms",
                 len(wrong), len(runs))
    yield Figure(f"{name}, other answers", sum(
        run.returncode == 0 and steady(run.stdout) != answer for run in runs), len(runs))
    yield Figure(f"{name}, the log changed", int(log(calls.workspace) != size), len(runs))


def steady(answer):
    """Without what depends on how long the command took."""
    return re.sub(r'"(seconds|events_per_second)":\d+', "", answer)


def log(workspace):
    return workspace.sql("""SELECT count(*), max(position) FROM :"workspace".event;""")


def careless(workspace, calls):
    """The control: two statements of psql, not in one transaction."""
    workspace.sql("CREATE TABLE halves (run int, half int);")
    partial = 0
    for run, way in enumerate([(n, when) for n in (1, 2, 3) for when in WHEN]):
        statements = "".join(f"INSERT INTO halves VALUES ({run}, {half});\n" for half in (1, 2))
        calls.run(["psql", "-X", "-q", workspace.environment["CASES_DB"]], *way, given=statements)
        partial += workspace.sql(f"SELECT count(*) FROM halves WHERE run = {run};") == ["1"]
    return Figure("failed calls, two statements of psql, stored in part", partial, 6, is_control=True)
