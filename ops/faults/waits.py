"""Commands that do not end.

Another session holds a read model, or an append that it does not commit; or another program appends
ten events a second to a long case. Every command must end by itself.
"""
import itertools
import json
import subprocess
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from figure import Figure
from workspace import Workspace

# Longer than any deadline of a command that waits for a lock.
PATIENCE = 90
COMMANDS = [
    ["list"], ["show", "acme"], ["timeline"], ["search", "note"], ["verify"], ["doctor"],
    ["projections"], ["rebuild", "--check"], ["rebuild"],
    ["add-event", "acme", "note.added", "--set", "text=x"],
]
HELD = {
    "a read model is held": 'UPDATE :"workspace".projection SET position = position;',
    "an append is left open":
        'SELECT :"workspace".append(gen_random_uuid(), \'case/acme\', \'note.added\','
        ' \'{"data":{"text":"x"}}\', \'another\');',
}


def figures(options):
    workspace = Workspace("waits")
    workspace.done("open", "acme", "--title", "Acme")
    # An append waits 30 seconds for another that is left open: not in the short form.
    for name, statement in list(HELD.items())[:1 if options.short else None]:
        with held(workspace, statement):
            with ThreadPoolExecutor(len(COMMANDS)) as pool:
                ended = list(pool.map(lambda words: ends(workspace, words), COMMANDS))
            yield Figure(f"waits, {name}", ended.count(False), len(COMMANDS))
            yield Figure(f"waits, {name}, psql", int(not psql_ends(workspace)), 1, is_control=True)
    yield from beside_appends(options.count(10_000, 200))


@contextmanager
def held(workspace, statement):
    """Another session has done something, and does not end its transaction."""
    holder = subprocess.Popen(
        ["psql", "-X", "-q", "-At", "-v", f"workspace={workspace.name}",
         workspace.environment["CASES_DB"]],
        text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    holder.stdin.write(f"BEGIN; {statement} \\echo held\n")
    holder.stdin.flush()
    while "held" not in holder.stdout.readline():
        pass
    try:
        yield
    finally:
        holder.kill()
        holder.wait()


def ends(workspace, words):
    """Whether a command ends; one that does not is killed."""
    command = workspace.start(*words)
    try:
        command.communicate(timeout=PATIENCE)
        return True
    except subprocess.TimeoutExpired:
        command.kill()
        command.communicate()
        return False


def psql_ends(workspace):
    """Whether a program without deadlines gets hold of the same rows."""
    statement = 'UPDATE :"workspace".projection SET position = position;' \
        ' UPDATE :"workspace".head SET position = position;'
    try:
        workspace.sql(statement, timeout=5)
        return True
    except subprocess.TimeoutExpired:
        return False


def beside_appends(count):
    """A long case to which another program appends ten events a second."""
    workspace = Workspace("appends")
    workspace.done("open", "acme", "--title", "Acme")
    workspace.done("import", "-", "--format", "jsonl", given="".join(map(note, range(count))))
    end = threading.Event()
    appending = threading.Thread(target=append, args=(workspace, end))
    appending.start()
    commands = [
        ["add-event", "acme", "note.added", "--set", "text=x"], ["rebuild", "--check"], ["rebuild"]]
    try:
        endless = [words for words in commands if not ends(workspace, words)]
    finally:
        end.set()
        appending.join()
    yield Figure("waits, another program appends", len(endless), len(commands))


def note(number):
    return json.dumps(
        {"stream": "case/acme", "type": "note.added", "key": f"n{number}",
         "data": {"text": "A note."}}) + "\n"


def append(workspace, end):
    for _ in itertools.count():
        if end.wait(0.1):
            return
        workspace.sql(
            'SELECT :"workspace".append(gen_random_uuid(), \'case/acme\', \'note.added\','
            ' \'{"data":{"text":"x"}}\', \'another\');')
