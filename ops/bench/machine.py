"""What a run was made on: a figure says nothing without it."""
import datetime
import os
import platform
import subprocess
import sys


def describe(server, rounds):
    """Names and values, in order."""
    return {
        "made on": datetime.date.today().isoformat(),
        "commit": commit(),
        "machine": f"{os.cpu_count()} processors, {processor()}, {memory()}",
        "system": f"{platform.system()} {platform.release()}, {filesystem(server.folder)}",
        "server": f"PostgreSQL {server.sql('SHOW server_version')}, "
                  + ", ".join(f"{name} {server.sql('SHOW ' + name)}" for name in (
                      "fsync", "synchronous_commit", "wal_sync_method", "shared_buffers")),
        "rounds": str(rounds),
    }


def commit():
    done = subprocess.run(
        ["git", "describe", "--always", "--dirty"], cwd=os.path.dirname(__file__),
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    return done.stdout.strip() or "unknown"


def processor():
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        names = [line.split(":", 1)[1].strip() for line in file if line.startswith("model name")]
    return names[0] if names else platform.machine()


def memory():
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return f"{pages / 2**30:.0f} GB"


def require_disk(folder):
    """Ends the run where a folder is kept in memory: nothing is durable there."""
    if filesystem(folder) in ("tmpfs", "ramfs"):
        sys.exit(f"ops/bench/run: {folder} is kept in memory; name one on a disk: --folder DIR")


def filesystem(folder):
    """What kind of file system a folder is on."""
    done = subprocess.run(
        ["stat", "--file-system", "--format=%T", folder], stdout=subprocess.PIPE, text=True)
    return done.stdout.strip()
