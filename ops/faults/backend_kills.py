"""Sessions that the server loses while eight clients append.

One session at a time is ended by pg_terminate_backend, or its process is killed: then the server ends
all sessions and recovers. All clients must go on, and everything that was acknowledged must be there.
"""
import os
import signal
import subprocess
import time

import history
from clients import Clients
from figure import Figure
from plain import Careless
from server import Server, children, command_of
from workspace import Workspace

CLIENTS = 8


def figures(options):
    random = options.random("backend_kills")
    with Server() as server:
        workspace = Workspace("backend_kills", server.address)
        workspace.done("open", "acme", "--title", "Acme")
        kills = options.count(40, 4)
        with Clients(workspace, CLIENTS) as clients:
            attack(server, workspace, random, kills)
            last = time.monotonic()
            went_on = clients.await_acknowledged(3 * CLIENTS)
        after = {one.name.split("-")[0] for one in clients.sent
                 if one.acknowledged and one.ended > last}
        sent = clients.sent + clients.again()
        yield from history.figures("backend kills", sent, history.stored(workspace))
        yield Figure("backend kills, events that a second run did not store",
                     len(clients.names - {one.name for one in sent if one.acknowledged}),
                     len(clients.names))
        yield Figure("backend kills, clients that did not go on",
                     CLIENTS - len(after) if went_on else CLIENTS, CLIENTS)
        with Careless(workspace, CLIENTS, case="careless") as careless:
            attack(server, workspace, random, 2)
        server.await_ready()
        yield Figure("backend kills, clients that do not wait for the answer, not stored",
                     len(history.lost(careless.sent, history.stored(workspace))),
                     len(careless.sent), is_control=True)


def attack(server, workspace, random, kills):
    """Ends sessions, by each of both ways in turn."""
    for nth in range(kills):
        time.sleep(random.uniform(0.2, 0.8))
        if nth % 2 == 0:
            terminate(workspace)
        else:
            kill(server, random)


def terminate(workspace):
    """Ends a session of a client; tries again while there is none, or while the server recovers."""
    ended = []
    while not ended:
        try:
            ended = workspace.sql("""
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() LIMIT 1;""")
        except subprocess.CalledProcessError:
            time.sleep(0.02)


def kill(server, random):
    """Kills the process of a session; tries again while there is none."""
    while True:
        sessions = [process for process in children(server.pid) if b"[local]" in command_of(process)]
        if sessions:
            os.kill(random.choice(sessions), signal.SIGKILL)
            return
