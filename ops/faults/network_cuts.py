"""A network that is cut in the middle of appends, for a while or for good.

The server is in one network namespace, the clients are in another. A cable that is pulled answers nothing:
neither side learns that the other is gone. No command may wait longer than Docs/database.md says, and
an event whose outcome is unknown must be stored once after its command has been run again. The control is
a session of psql, which has no limits.
"""
import signal
import subprocess
import time

import history
from clients import Clients
from figure import Figure
from networks import CLIENT, SERVER, Network
from server import Server, send
from workspace import Workspace

CLIENTS = 4
# Connecting, the checks before the append, the append with its retries: 30 seconds each, and the last
# attempt, which may begin just before the end.
APPEND_LIMIT = 100
# Ten seconds for connecting, and five for the last attempt; some for a slow machine.
READ_LIMIT = 20
READING = [["list"], ["show", "acme"], ["timeline"], ["verify"]]


def figures(options):
    random = options.random("network_cuts")
    with Network() as network, Server(
            f"-c listen_addresses={SERVER}", prefix=network.server) as server:
        workspace = Workspace("network_cuts", server.address)
        workspace.done("open", "acme", "--title", "Acme")
        admit(server)
        remote = workspace.at(f"postgresql://postgres@{SERVER}/postgres")
        remote.prefix = network.client
        yield from for_a_while(options, random, network, workspace, remote)
        yield from for_good(options, random, network, remote)


def for_a_while(options, random, network, workspace, remote):
    """Cuts the network and mends it, again and again, while clients append."""
    with Clients(remote, CLIENTS) as clients:
        for _ in range(options.count(30, 1)):
            time.sleep(random.uniform(0.1, 1))
            network.cut()
            time.sleep(random.uniform(1.2, 3))
            network.heal()
        went_on = clients.await_acknowledged(CLIENTS)
    sent = clients.sent + clients.again()
    yield from history.figures("network cuts", sent, history.stored(workspace))
    yield Figure("network cuts, events that a second run did not store",
                 len(clients.names - {one.name for one in sent if one.acknowledged}),
                 len(clients.names))
    yield Figure("network cuts, clients that did not go on", int(not went_on), 1)
    longest = max(one.ended - one.started for one in sent)
    print(f"  the longest append took {longest:.0f} s", flush=True)
    yield Figure("network cuts, appends that waited too long",
                 sum(one.ended - one.started > APPEND_LIMIT for one in sent), len(sent))
    yield Figure("network cuts, appends that met one",
                 sum(one.ended - one.started > 1 for one in sent), len(sent), is_control=True)


def admit(server):
    """Lets the client's address in."""
    with open(server.data / "pg_hba.conf", "a") as rules:
        rules.write(f"host all all {CLIENT}/32 trust\n")
    send(signal.SIGHUP, server.pid)


def for_good(options, random, network, remote):
    """Cuts the network and does not mend it: every command must give up by itself."""
    psql = subprocess.Popen(
        [*network.client, "psql", "-X", "-c", "SELECT pg_sleep(1);", remote.environment["CASES_DB"]],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(0.5)
    commands = [Timed(remote, words, READ_LIMIT) for words in READING]
    if not options.short:
        commands += [
            Timed(remote, ["add-event", "acme", "note.added", "--key", f"cut-{nth}", "--set", "text=x"],
                  APPEND_LIMIT) for nth in range(4)]
    time.sleep(random.uniform(0, 0.15))
    network.cut()
    commands += [Timed(remote, words, READ_LIMIT) for words in READING]
    late = [command for command in commands if not command.ends()]
    yield Figure("network cut for good, commands that waited too long", len(late), len(commands))
    wrong = [command for command in commands if command.code not in (0, 75)]
    yield Figure("network cut for good, exit codes beside 75",
                 history.shown([(command.words, command.code) for command in wrong]), len(commands))
    yield Figure("network cut for good, psql still waits", int(psql.poll() is None), 1,
                 is_control=True)
    psql.kill()
    psql.wait()


class Timed:
    """A command that must end within so many seconds from now."""

    def __init__(self, workspace, words, limit):
        self.words = words
        self.code = None
        self.deadline = time.monotonic() + limit
        self.process = workspace.start(*words)

    def ends(self):
        """Whether it ends in time; otherwise it is killed."""
        try:
            self.process.communicate(timeout=max(0.1, self.deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            print(f"  waits too long: {' '.join(self.words)}")
            self.process.kill()
            self.process.communicate()
            return False
        self.code = self.process.returncode
        return True
