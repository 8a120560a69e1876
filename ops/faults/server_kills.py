"""A server that is killed, all its processes at once, while eight clients append, and started again.

What was acknowledged must be there, and nothing that was not sent. The control is a session on the same
server whose commits do not wait for the disk.
"""
import time

import history
from clients import Clients
from figure import Figure
from plain import Plain
from server import Server, serve, server_programs
from workspace import Workspace

CLIENTS = 8


def figures(options):
    random = options.random("server_kills")
    kills = options.count(30, 3)
    # The log is written out rarely, unless a commit waits for it: so a kill finds something to lose.
    with Server("-c wal_writer_delay=10s -c wal_writer_flush_after=1GB") as server:
        workspace = Workspace("server_kills", server.address)
        workspace.done("open", "acme", "--title", "Acme")
        with Clients(workspace, CLIENTS) as clients:
            careless = [
                killed(server, workspace, clients, f"plain_{nth}", random) for nth in range(kills)]
            went_on = clients.await_acknowledged(CLIENTS)
        sent = clients.sent + clients.again()
        yield from history.figures("server kills", sent, history.stored(workspace))
        yield Figure("server kills, events that a second run did not store",
                     len(clients.names - {one.name for one in sent if one.acknowledged}),
                     len(clients.names))
        yield Figure("server kills, clients that did not go on", int(not went_on), 1)
        yield from sound("server kills", workspace, server)
        yield Figure("server kills, commits that do not wait for the disk, lost",
                     sum(lost for lost, _ in careless), sum(told for _, told in careless),
                     is_control=True)


def killed(server, workspace, clients, table, random):
    """Kills the server and starts it again; of a session that does not wait, how many
    commits are lost, and how many it was told of."""
    careless = Plain(server.address, "synchronous_commit=off", table)
    clients.await_acknowledged(1)
    time.sleep(random.uniform(0, 0.7))
    server.kill()
    careless.end()
    server.start()
    return careless.lost(workspace), len(careless.acknowledged)


def sound(name, workspace, server):
    """What `cases verify` and PostgreSQL's own check of tables and indexes find."""
    ended = workspace.run("verify")
    yield Figure(f"{name}, verify", int(ended.returncode != 0), 1)
    if (server_programs() / "pg_amcheck").exists():
        checked = serve("pg_amcheck", "--install-missing", "--heapallindexed", "--host",
                        server.folder, "--username=postgres", "--all", check=False)
        if checked.returncode != 0:
            print(f"  {checked.stdout[:500]}")
        yield Figure(f"{name}, pg_amcheck", int(checked.returncode != 0), 1)
