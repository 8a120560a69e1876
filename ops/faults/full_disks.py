"""A disk that becomes full while events are imported: that of the data, of the write-ahead log,
or of both.

The command must end with exit code 75, and if the server is still there, say that its disk is full; what was
acknowledged must be stored, and a batch that failed must not be, not even in part. When the disk has been
made larger, appends must go on. A server whose write-ahead log has no room ends by itself; it is started
again then.
"""
import json
import os
import time
from pathlib import Path

import history
from clients import sent as read
from disks import SmallDisk
from figure import Figure
from plain import Careless
from server import Server
from server_kills import sound
from workspace import Workspace

# Batches of these sizes are imported, each until it fails: the last ones find the smallest room.
BATCHES = [100, 20, 1]
TEXT = "A note of some length. " * 40
SMALL = "-c min_wal_size=2MB -c max_wal_size=8MB"


def figures(options):
    random = options.random("full_disks")
    ways = [("data", True), ("write-ahead log", False), ("both", False)]
    for nth in range(1, 1 + options.count(5, 1)):
        # One of the first two in the short form.
        for way, has_words in [random.choice(ways[:2])] if options.short else ways:
            with SmallDisk(80) as disk:
                yield from full(
                    f"full disk {nth}, {way}", disk, random, has_words, placed(way, disk.folder))


def placed(way, folder):
    """A server that has its data, its write-ahead log, or both on the small disk."""
    server = Server(SMALL, data=None if way == "write-ahead log" else f"{folder}/data",
                    initdb=["--wal-segsize=1"])
    if way != "both":
        server.initdb.append(f"--waldir={server.folder if way == 'data' else folder}/wal")
    return server


def full(name, disk, random, has_words, server):
    with server:
        workspace = Workspace("full_disks", server.address)
        workspace.done("open", "acme", "--title", "Acme")
        # Without a server a command would wait 30 seconds for it.
        workspace.environment["CASES_DEADLINE"] = "4"
        sent, careless = filled(workspace, server, disk, random.randint(300, 1200))
        if not server.is_running:
            server.start()
        after = [one for nth in range(5) for one in imported(workspace, f"after-{nth}", 1)]
        failed = [one for one in sent if one.code != 0]
        yield Figure(f"{name}, events of batches that failed", len(failed), len(sent), is_control=True)
        yield Figure(f"{name}, failures without exit code 75",
                     history.shown([one for one in failed if one.code != 75]), len(failed))
        if has_words:
            yield Figure(f"{name}, failures that do not name the disk", history.shown(
                [one for one in failed if "disk full" not in one.said]), len(failed))
        yield Figure(f"{name}, appends that failed with a larger disk",
                     history.shown([one for one in after if one.code != 0]), len(after))
        rows = history.stored(workspace)
        yield from history.figures(name, sent + after, rows)
        yield Figure(f"{name}, batches stored in part", in_part(sent, rows), len(sent))
        yield from sound(name, workspace, server)
        yield Figure(f"{name}, clients that do not wait for the answer, not stored",
                     len(history.lost(careless.sent, rows)), len(careless.sent), is_control=True)


def filled(workspace, server, disk, kilobytes):
    """What was sent to a disk with so much room, by the program and by careless clients."""
    ballast = Path(disk.folder) / "ballast"
    ballast.write_bytes(bytes(disk.free - (kilobytes << 10)))
    sent = fill(workspace, server)
    careless = Careless(workspace, 1, case="careless", limit=3)
    # Larger than any room that the program left, and not to be compressed.
    careless.text = os.urandom(30_000).hex()
    careless.work(0)
    disk.resize(400)
    return sent, careless


def fill(workspace, server):
    """Imports batches until the disk is full, by the largest and then by smaller ones."""
    sent = []
    # A server that has ended itself tells no more.
    for size in (size for size in BATCHES if server.is_running):
        for nth in range(1000):
            sent += imported(workspace, f"b{size}-{nth}", size)
            if sent[-1].code != 0:
                break
    return sent


def imported(workspace, prefix, size):
    """Imports one batch; what was said of it holds of each of its events."""
    lines = "".join(json.dumps({
        "stream": "case/acme", "type": "note.added", "key": f"{prefix}-{nth}",
        "data": {"text": TEXT}}) + "\n" for nth in range(size))
    started = time.monotonic()
    ended = workspace.run("import", "-", "--format", "jsonl", "--json", given=lines)
    one = read("", started, ended.returncode, "", ended.stdout[:200] + ended.stderr)
    return [one._replace(name=f"case/acme/{prefix}-{nth}") for nth in range(size)]


def in_part(sent, rows):
    """Events that are stored although the rest of their batch is not."""
    names = {row.name for row in rows}
    batches = {}
    for one in sent:
        batches.setdefault(one.name.rpartition("-")[0], []).append(one.name in names)
    return sum(any(stored) and not all(stored) for stored in batches.values())
