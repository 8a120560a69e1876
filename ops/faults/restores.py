"""Backups that are restored: a dump, and a base backup with the archived write-ahead log.

The log of a restored copy must have the size and the root that it had at that point; the root is computed
here from the leaves (RFC 9162). `cases verify --checkpoint` must accept the checkpoint of the point and
refuse a later one. Damaged backup files must be found by pg_verifybackup, and a log whose last event is taken
out by `cases verify --checkpoint`.
"""
import base64
import hashlib
import json
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

import history
from backups import copied, damaged
from clients import send
from figure import Figure
from options import CannotRun
from server import Server, give, serve, server_programs
from workspace import Workspace

POINTS = 3
ROLES = ["owner", "writer", "projector", "reader", "signer"]


def figures(options):
    for program in ["pg_basebackup", "pg_verifybackup", "pg_dump", "pg_restore"]:
        if not (server_programs() / program).exists():
            raise CannotRun(f"{program} is not installed")
    random = options.random("restores")
    with tempfile.TemporaryDirectory(prefix="restores.", dir="/tmp") as name, Original(name) as original:
        original.record(random, options.count(200, 5))
        yield from dumped(original)
        for point in original.points if not options.short else original.points[:1] + original.points[-1:]:
            yield from recovered(original, point)
        yield from damaged(original.backup, random, options.count(50, 4))


class Point:
    """What the log was at a point in time."""

    def __init__(self, name, workspace, checkpoint):
        self.name = name
        self.checkpoint = checkpoint
        self.rows = history.stored(workspace)
        self.root = root(workspace)


class Original:
    """The server that is backed up, its archive, and what its log was at some points."""

    def __init__(self, folder):
        self.folder = Path(folder)
        give(folder)
        self.archive, self.backup = self.folder / "archive", self.folder / "backup"
        self.archive.mkdir()
        give(self.archive)
        self.server = Server(initdb=["--wal-segsize=1"], configuration=f"""
archive_mode = on
archive_command = 'cp %p {self.archive}/%f'
""")
        self.points = []

    def __enter__(self):
        self.server.__enter__()
        return self

    def __exit__(self, *failure):
        self.server.__exit__()

    def record(self, random, count):
        """Appends, takes the base backup, and appends up to each of the points and the end."""
        self.workspace = workspace = Workspace("restores", self.server.address)
        workspace.done("open", "acme", "--title", "Acme")
        workspace.done("log", "new-key", "example.org/faults", "--out", self.folder / "key")
        self.append("before", random.randint(1, count))
        serve("pg_basebackup", "-X", "none", "-c", "fast", "-D", self.backup, "-d", self.server.address)
        for nth in range(POINTS + 1):
            self.append(f"p{nth}", random.randint(1, count))
            checkpoint = self.folder / f"checkpoint-{nth}"
            checkpoint.write_text(workspace.done("log", "sign", "--key", self.folder / "key"))
            self.points.append(Point(f"point{nth}", workspace, checkpoint))
            workspace.sql(f"SELECT pg_create_restore_point('point{nth}');")
        self.points[-1].name = "end"
        last = workspace.sql("SELECT pg_walfile_name(pg_switch_wal());")[0]
        while not (self.archive / last).exists():
            time.sleep(0.05)

    def append(self, prefix, count):
        for nth in range(count):
            assert send(self.workspace, "acme", f"{prefix}-{nth}").code == 0


def dumped(original):
    """A dump that is restored into a fresh server, as Docs/database.md says."""
    dump = original.folder / "dump"
    serve("pg_dump", original.server.address, "--schema=restores", "--format=custom", f"--file={dump}")
    with Server() as server:
        copy = original.workspace.at(server.address)
        copy.sql("".join(f"CREATE ROLE cases_{role} NOLOGIN;" for role in ROLES))
        serve("pg_restore", f"--dbname={server.address}", "--exit-on-error", dump)
        copy.done("db", "migrate")
        yield from same("restored dump", copy, original.points[-1])
        yield Figure("restored dump, rebuild --check",
                     int(copy.run("rebuild", "--check").returncode != 0), 1)
        yield Figure("restored dump, an append",
                     int(send(copy, "acme", "goes-on").position != len(original.points[-1].rows) + 1), 1)
        take_out(copy)
        ended = copy.run("verify", "--checkpoint", original.points[-1].checkpoint)
        yield Figure("restored dump, two events taken out at the end, refused",
                     int(ended.returncode == 1), 1, is_control=True)


def recovered(original, point):
    """The base backup, with the archived log up to a point."""
    with restored(original, point) as copy:
        name = f"restored to {point.name}"
        yield from same(name, copy, point)
        if point is not original.points[-1]:
            ended = copy.run("verify", "--checkpoint", original.points[-1].checkpoint)
            yield Figure(f"{name}, the checkpoint of the end refused", int(ended.returncode == 1), 1,
                         is_control=True)


@contextmanager
def restored(original, point):
    with tempfile.TemporaryDirectory(prefix="restored.", dir="/tmp") as folder:
        give(folder)
        data = Path(folder) / "data"
        copied(original.backup, data)
        (data / "recovery.signal").touch()
        target = "" if point.name == "end" else f"recovery_target_name = '{point.name}'"
        with Server(data=data, configuration=f"""
restore_command = 'cp {original.archive}/%f %p'
{target}
recovery_target_action = promote
archive_mode = off
""") as server:
            copy = original.workspace.at(server.address)
            while copy.sql("SELECT pg_is_in_recovery();") == ["t"]:
                time.sleep(0.05)
            yield copy


def same(name, copy, point):
    """Whether the log of a copy is what it was at that point: for psql, for `log head`, for `verify`."""
    rows = history.stored(copy)
    yield Figure(f"{name}, other rows", int(rows != point.rows), len(rows))
    head = json.loads(copy.done("log", "head", "--json"))
    yield Figure(f"{name}, another size or root for the program",
                 int((head["size"], head["root"]) != (len(point.rows), point.root)), 1)
    yield Figure(f"{name}, another root of the leaves", int(root(copy) != point.root), 1)
    ended = copy.run("verify", "--checkpoint", point.checkpoint)
    yield Figure(f"{name}, its checkpoint refused", int(ended.returncode != 0), 1)


def take_out(copy):
    """Takes the last two events out, as a superuser can: the one after the dump, and one before it."""
    copy.sql("""
        ALTER TABLE :"workspace".event DISABLE TRIGGER ALL;
        ALTER TABLE :"workspace".head DISABLE TRIGGER ALL;
        DELETE FROM :"workspace".event WHERE position > (SELECT position - 2 FROM :"workspace".head);
        UPDATE :"workspace".head SET position = position - 2;""")


def root(workspace):
    """The root of the tree over the stored leaves, in Base 64."""
    leaves = workspace.sql("""SELECT encode(leaf, 'hex') FROM :"workspace".event ORDER BY position;""")
    return base64.b64encode(tree([bytes.fromhex(leaf) for leaf in leaves])).decode()


def tree(leaves):
    if len(leaves) == 1:
        return leaves[0]
    split = 1 << (len(leaves) - 1).bit_length() - 1
    return hashlib.sha256(b"\x01" + tree(leaves[:split]) + tree(leaves[split:])).digest()
