"""Copies of a backup, whole and damaged."""
import os
import pwd
import shutil
import tempfile
from pathlib import Path

from figure import Figure
from server import give, serve


def copied(source, target):
    """Copies the folder of a server's data, which stays the server's."""
    shutil.copytree(source, target)
    for path in [target, *Path(target).rglob("*")]:
        if os.geteuid() == 0:
            account = pwd.getpwnam("postgres")
            os.chown(path, account.pw_uid, account.pw_gid)
    os.chmod(target, 0o700)


def damaged(backup, random, times):
    """One byte of one file is changed, so many times; each must be found."""
    with tempfile.TemporaryDirectory(prefix="damaged.", dir="/tmp") as folder:
        give(folder)
        copy = Path(folder) / "data"
        copied(backup, copy)
        files = sorted(path for path in copy.rglob("base/*/*") if path.stat().st_size > 0)
        missed = 0
        for _ in range(times):
            path = random.choice(files)
            undamaged = path.read_bytes()
            path.write_bytes(changed(undamaged, random))
            missed += is_sound(copy)
            path.write_bytes(undamaged)
        yield Figure("damaged backup files, not found", missed, times)
        yield Figure("undamaged backup, accepted", int(is_sound(copy)), 1, is_control=True)


def changed(data, random):
    place = random.randrange(len(data))
    return data[:place] + bytes([data[place] ^ random.randint(1, 255)]) + data[place + 1:]


def is_sound(backup):
    """What pg_verifybackup says of the files; the write-ahead log is in the archive."""
    return serve("pg_verifybackup", "--no-parse-wal", backup, check=False).returncode == 0
