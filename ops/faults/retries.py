"""Events that are sent one to five times at once, across restarts of the server.

Each must be stored once, all its senders must be told the same position, and the same key or id with
other content must be refused.
"""
import threading
import uuid
from concurrent.futures import ThreadPoolExecutor

import history
from clients import sent as read
from figure import Figure
from server import Server
from workspace import Workspace

THREADS = 12


def figures(options):
    random = options.random("retries")
    with Server() as server:
        workspace = Workspace("retries", server.address)
        workspace.done("open", "acme", "--title", "Acme")
        events = options.count(1000, 30)
        tasks = [named(nth) for nth in range(events) for _ in range(random.randint(1, 5))]
        random.shuffle(tasks)
        answers = restarted(server, workspace, tasks, random)
        rows = history.stored(workspace)
        yield from history.figures("retries", answers, rows)
        yield Figure("retries, that failed", sum(one.code != 0 for one in answers), len(answers))
        yield Figure("retries, told another position", told_otherwise(answers), len(answers))
        yield Figure("retries, events that are not stored",
                     events - sum(row.key != "opened" for row in rows), events)
        yield from with_other_content(workspace, events)
        again = [named(events + nth)[:1] + ["--id", str(uuid.UUID(int=random.getrandbits(128), version=4))]
                 for nth in range(3) for _ in range(3)]
        with ThreadPoolExecutor(THREADS) as pool:
            list(pool.map(lambda task: append(workspace, task), again))
        more = len(history.stored(workspace)) - len(rows)
        yield Figure("retries, events sent under an id of each sender's own, stored again",
                     more - 3, len(again), is_control=True)


def named(nth):
    """An event with a key if it is even, with an id otherwise: its text, and how it is named."""
    id = str(uuid.uuid5(uuid.NAMESPACE_URL, str(nth)))
    # Version 5 is for ids that are made from a key.
    return [f"Note {nth}.", *(["--key", f"k{nth}"] if nth % 2 == 0 else ["--id", f"{id[:14]}4{id[15:]}"])]


def append(workspace, task):
    text, _, name = task
    ended = workspace.run(
        "add-event", "acme", "note.added", "--set", f"text={text}", "--json", *task[1:])
    return read(f"case/acme/{name}", 0, ended.returncode, ended.stdout, ended.stderr)


def restarted(server, workspace, tasks, random):
    """The answers to all senders; the server is stopped and killed between them."""
    with ThreadPoolExecutor(THREADS) as pool:
        answers = [pool.submit(append, workspace, task) for task in tasks]
        for nth, at in enumerate(sorted(random.sample(range(len(tasks)), 2))):
            answers[at].result()
            server.kill() if nth % 2 == 0 else server.stop()
            threading.Event().wait(0.3)
            server.start()
        answers = [answer.result() for answer in answers]
    # 75 says: try again. What a second run is told counts as well.
    again = [append(workspace, task) for task, one in zip(tasks, answers) if one.code == 75]
    return [one for one in answers if one.code != 75] + again


def told_otherwise(answers):
    """Answers that name another position than an earlier answer about the same event."""
    first = {}
    return sum(first.setdefault(one.name, one.position) != one.position for one in answers)


def with_other_content(workspace, events):
    """Each event once more, with another text under the same name."""
    size = len(history.stored(workspace))
    times = min(events, 100)
    codes = [append(workspace, ["Another note.", *named(nth)[1:]]).code for nth in range(times)]
    yield Figure("retries, with other content and not refused",
                 sum(code != 65 for code in codes), times)
    yield Figure("retries, with other content and stored",
                 len(history.stored(workspace)) - size, times)
