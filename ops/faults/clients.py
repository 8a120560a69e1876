"""Clients that append, and what each of them was told."""
import json
import threading
import time
from typing import NamedTuple, Optional

# Exit codes of Docs/commands.md, without the one for an internal error.
DOCUMENTED = {0, 1, 3, 4, 64, 65, 66, 69, 73, 75, 77}


class Sent(NamedTuple):
    """One event that a command was asked to append, when, and how the command ended."""

    name: str
    started: float
    ended: float
    code: int
    position: Optional[int] = None
    said: str = ""

    @property
    def acknowledged(self):
        return self.code == 0


def send(workspace, case, key, *more, text="A note."):
    """Asks the program to append an event; the name of an event is STREAM/KEY."""
    started = time.monotonic()
    ended = workspace.run(
        "add-event", case, "note.added", "--key", key, "--set", f"text={text}", "--json", *more)
    return sent(f"case/{case}/{key}", started, ended.returncode, ended.stdout, ended.stderr)


def sent(name, started, code, stdout, stderr):
    position = json.loads(stdout)["recorded"][0]["position"] if code == 0 and stdout else None
    return Sent(name, started, time.monotonic(), code, position, stdout + stderr)


class Clients:
    """So many clients that append one event after another until the context ends.

    Each event has a key of its own. A client goes on with the next event whatever it was told, so that
    an event whose outcome is unknown stays so, and the log decides.
    """

    def __init__(self, workspace, number, case="acme", limit=None, prefix="w"):
        self.workspace, self.case, self.limit, self.prefix = workspace, case, limit, prefix
        self.sent = []
        self.end = threading.Event()
        self.threads = [
            threading.Thread(target=self.work, args=(nth,), daemon=True) for nth in range(number)]

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *failure):
        self.end.set()
        self.join()

    def join(self):
        for thread in self.threads:
            thread.join()

    def work(self, client):
        number = 0
        while not self.end.is_set() and number != self.limit:
            self.sent.append(send(self.workspace, self.case, f"{self.prefix}{client}-{number}"))
            number += 1

    def await_acknowledged(self, more, within=60):
        """Waits until so many more events have been acknowledged; whether that came to pass."""
        begun = time.monotonic()
        goal = self.acknowledged + more
        while self.acknowledged < goal and time.monotonic() - begun < within:
            time.sleep(0.02)
        return self.acknowledged >= goal

    @property
    def acknowledged(self):
        return sum(one.acknowledged for one in list(self.sent))

    @property
    def names(self):
        return {one.name for one in self.sent}

    def again(self):
        """Runs each command that failed once more, as its exit code 75 says."""
        return [send(self.workspace, self.case, one.name.rpartition("/")[2])
                for one in self.sent if not one.acknowledged]
