"""Commits that wait for a standby, and whose wait is cancelled.

The standby's receiver is stopped, and every session that waits for it is cancelled or ended. Such a commit
stands on the server and not on the standby, and PostgreSQL reports it as successful, with a warning. No
append may be acknowledged before the standby goes on. The control is psql, which heeds no warning.
"""
import signal
import time
from concurrent.futures import ThreadPoolExecutor

import history
from clients import send
from figure import Figure
from server import Server, children, command_of, send as send_signal
from standby import Standby
from workspace import Workspace

# The second of two has to wait for the lock, and then flushes apart from its commit.
CLIENTS = 2
SECONDS = 3
WAITING = "FROM pg_stat_activity WHERE wait_event = 'SyncRep'"


def figures(options):
    rounds = options.count(20, 2)
    with Server() as server:
        workspace = Workspace("cancelled_waits", server.address)
        workspace.done("open", "acme", "--title", "Acme")
        standby = Standby(server.address)
        with standby as address:
            copy = workspace.at(address)
            wait_for_standby(workspace)
            ended = [blocked(workspace, standby, f"r{nth}", nth % 2 == 0) for nth in range(rounds)]
            answers = [answer for answers, _ in ended for answer in answers]
            yield Figure("cancelled waits, acknowledged before the standby had it",
                         history.shown([one for one in answers if one.acknowledged]), len(answers))
            yield Figure("cancelled waits, exit codes beside 75", history.shown(
                [one for one in answers if one.code != 75]), len(answers))
            cancelled = sum(more for _, more in ended)
            yield Figure("cancelled waits, that were cancelled", cancelled, cancelled,
                         is_control=True)
            again = [send(workspace, "acme", one.name.rpartition("/")[2]) for one in answers]
            yield from history.figures(
                "cancelled waits", answers + again, history.stored(workspace))
            yield Figure("cancelled waits, not on the standby after a second run",
                         len(history.lost(again, arrived(copy, again))), len(again))
            yield careless(workspace, standby, copy)


def wait_for_standby(workspace):
    """From now on a commit waits for the standby."""
    workspace.sql("ALTER SYSTEM SET synchronous_standby_names = '*';")
    workspace.sql("SELECT pg_reload_conf();")
    while workspace.sql("SELECT sync_state FROM pg_stat_replication;") != ["sync"]:
        time.sleep(0.05)


def blocked(workspace, standby, prefix, is_ended):
    """How two appends end whose waits are cancelled again and again, and how many were."""
    workspace.environment["CASES_DEADLINE"] = str(SECONDS)
    with Paused(standby), ThreadPoolExecutor(CLIENTS) as pool:
        answers = [pool.submit(send, workspace, "acme", f"{prefix}-{nth}") for nth in range(CLIENTS)]
        cancelled = 0
        while not all(answer.done() for answer in answers):
            cancelled += cancel(workspace, is_ended)
            time.sleep(0.1)
        answers = [answer.result() for answer in answers]
    del workspace.environment["CASES_DEADLINE"]
    return answers, cancelled


def cancel(workspace, is_ended):
    """Cancels the statement of each session that waits, or ends the session; how many there were."""
    function = "pg_terminate_backend" if is_ended else "pg_cancel_backend"
    return len(workspace.sql(f"SELECT {function}(pid) {WAITING};"))


def careless(workspace, standby, copy):
    """The control: psql takes a commit for done whose wait was cancelled."""
    with Paused(standby), ThreadPoolExecutor(1) as pool:
        answer = pool.submit(workspace.sql, """
            SELECT 'done' FROM (SELECT :"workspace".append(gen_random_uuid(), 'case/careless',
            'note.added', '{"data":{"text":"x"}}', 'careless')) AS appended;""")
        while not cancel(workspace, False):
            time.sleep(0.05)
        told = answer.result() == ["done"]
        there = any(row.stream == "case/careless" for row in history.stored(copy))
    return Figure("cancelled waits, done for psql and not on the standby", int(told and not there), 1,
                  is_control=True)


class Paused:
    """The standby receives nothing in this context, and still answers."""

    def __init__(self, standby):
        self.receivers = [
            process for process in children(standby.pid)
            if b"walreceiver" in command_of(process)]
        assert self.receivers, "the standby has no receiver"

    def __enter__(self):
        for process in self.receivers:
            send_signal(signal.SIGSTOP, process)

    def __exit__(self, *failure):
        for process in self.receivers:
            send_signal(signal.SIGCONT, process)


def arrived(copy, sent):
    """What stands on the standby, which may show an event a moment after it has it."""
    for _ in range(50):
        rows = history.stored(copy)
        if not history.lost(sent, rows):
            break
        time.sleep(0.1)
    return rows
