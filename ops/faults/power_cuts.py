"""A computer that loses its power while eight clients append.

The server's data are on a disk that is a file. The server is stopped by SIGSTOP, the file is copied, and
a server is started on the copy. The copy has what was written to the disk, and nothing of what
the kernel still had in memory, as after a power cut; a killed server loses less than that.

`append` waits for the disk whatever the settings of the session are, so the first control is a plain
table in the same server whose commits do not wait. The second is a server with fsync=off.
"""
import signal
import subprocess
import tempfile
import time
from pathlib import Path

import history
from clients import Clients
from disks import image_of, mounted, run
from figure import Figure
from options import require_program, require_root
from plain import Plain
from server import CannotStart, Server
from server_kills import sound
from workspace import Workspace

CLIENTS = 8
MEGABYTES = 400


def figures(options):
    require_root("mount a disk that is a file")
    require_program("mkfs.ext4", "mount")
    random = options.random("power_cuts")
    cuts = options.count(20, 1)
    for nth in range(cuts):
        yield from cut(f"power cut {nth + 1}", random, CLIENTS, "", judged)
    # Alone, as each commit that waits for the disk takes the commits before it along.
    if not options.short:
        yield from cut(
            "power cut, commits that do not wait", random, 0, "-c wal_writer_delay=10s", unwaited)
    yield from cut("power cut, without fsync", random, CLIENTS, "-c fsync=off", unsynced)


def cut(name, random, number, settings, judge):
    """Cuts the power once, after a random time."""
    with tempfile.TemporaryDirectory(prefix="power.", dir="/tmp") as folder:
        image, copy = Path(folder) / "disk", Path(folder) / "copy"
        image_of(image, MEGABYTES)
        with mounted(image) as disk, Server(settings, data=disk / "data") as server:
            run("sync", "-f", disk)
            workspace = Workspace("power_cuts", server.address)
            workspace.done("open", "acme", "--title", "Acme")
            run("sync", "-f", disk)
            sent, careless = appended(server, workspace, number, image, copy, random)
        # The copy is mounted as the kernel finds it, and recovered by the file system's own journal.
        with mounted(copy) as disk:
            yield from judge(name, disk, workspace, sent, careless)


def appended(server, workspace, number, image, copy, random):
    """Appends for a random time, stops the server, and copies the disk."""
    careless = Plain(server.address, "synchronous_commit=off")
    with Clients(workspace, number) as clients:
        clients.await_acknowledged(number)
        time.sleep(random.uniform(0.2, 1.5))
        server.signal(signal.SIGSTOP)
        told = [one for one in clients.sent if one.acknowledged]
        numbers = list(careless.acknowledged)
        # Without the kernel's memory: what is read here is what the disk has.
        run("cp", "--sparse=always", image, copy)
        server.signal(signal.SIGCONT)
        clients.end.set()
    careless.end()
    careless.acknowledged = numbers
    # What was not acknowledged at the cut was being sent, or was sent later.
    return [one if one in told else one._replace(code=75, position=None)
            for one in clients.sent], careless


def judged(name, disk, workspace, sent, careless):
    with Server(data=disk / "data") as server:
        copy = workspace.at(server.address)
        yield from history.figures(name, sent, history.stored(copy))
        yield from sound(name, copy, server)


def unwaited(name, disk, workspace, sent, careless):
    """The control: a plain table whose commits do not wait for the disk."""
    with Server(data=disk / "data") as server:
        yield Figure(f"{name}, lost", careless.lost(workspace.at(server.address)),
                     len(careless.acknowledged), is_control=True)


def unsynced(name, disk, workspace, sent, careless):
    """The control: a server that never waits for the disk; it may not even start on the copy."""
    told = [one for one in sent if one.acknowledged]
    try:
        with Server(data=disk / "data") as server:
            lost = history.lost(told, history.stored(workspace.at(server.address)))
    except (CannotStart, subprocess.CalledProcessError) as failure:
        print(f"  {str(failure).strip().splitlines()[-1]}")
        lost = told
    yield Figure(f"{name}, acknowledged and not stored", len(lost), len(told), is_control=True)
