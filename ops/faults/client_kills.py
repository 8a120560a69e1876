"""Commands that are killed in the middle of an append, and run again.

`cases add-event` gets SIGKILL at a random moment between its start and a little after its usual end, and
the same command is run again. The event must be stored once, whichever moment it was.
"""
import statistics
import time

import history
from clients import send
from figure import Figure
from workspace import Workspace


def figures(options):
    workspace = Workspace("client_kills")
    workspace.done("open", "acme", "--title", "Acme")
    moments = Moments(workspace, options.random("client_kills"))
    times = options.count(500, 24)
    # An event is stored already at the time of the kill, or not, or stored in that moment.
    befores, retries = zip(*(
        killed(workspace, f"kill-{nth}", moments, f"kill-{nth}") for nth in range(times)))
    rows = history.stored(workspace)
    yield from history.figures("client kills", moments.sent + list(retries), rows)
    yield Figure("client kills, second runs that failed",
                 sum(retry.code != 0 for retry in retries), times)
    yield Figure("client kills, stored and recorded once more by the second run", sum(
        before and '"replayed":true' not in retry.said
        for before, retry in zip(befores, retries)), times)
    yield Figure("client kills, that came after the event was stored", sum(befores), times,
                 is_control=True)
    yield Figure("client kills, that came before", times - sum(befores), times, is_control=True)
    yield from under_another_key(workspace, moments, options.count(100, 16))


def under_another_key(workspace, moments, times):
    """The control: the second run has a key of its own, so the event may be stored twice."""
    # Late enough for most events to be stored.
    moments.first = 0.6
    for nth in range(times):
        killed(workspace, f"twice-{nth}", moments, f"twice-{nth}-again")
    names = {row.key for row in history.stored(workspace)}
    yield Figure("client kills, second run under another key, stored twice", sum(
        {f"twice-{nth}", f"twice-{nth}-again"} <= names for nth in range(times)), times,
        is_control=True)


class Moments:
    """Random moments from the start of a command to a little after its usual end."""

    def __init__(self, workspace, random):
        self.random = random
        self.first = 0
        self.sent = [send(workspace, "acme", f"whole-{nth}") for nth in range(5)]
        self.usual = statistics.median(one.ended - one.started for one in self.sent)

    def next(self):
        return self.random.uniform(self.first, 1.25) * self.usual


def killed(workspace, key, moments, key_of_retry):
    """Whether the event was stored when its command had been killed, and the second run."""
    command = workspace.start("add-event", "acme", "note.added", "--key", key, "--set", "text=A note.")
    time.sleep(moments.next())
    command.kill()
    command.communicate()
    before = workspace.sql(
        f"""SELECT 1 FROM :"workspace".event WHERE key = '{key}';""") == ["1"]
    return before, send(workspace, "acme", key_of_retry)
