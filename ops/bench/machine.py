"""What a run was made on: a figure says nothing without it."""
import datetime
import os
import platform
import subprocess


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


def filesystem(folder):
    """A folder that is kept in memory is no disk: then nothing here is durable."""
    done = subprocess.run(
        ["stat", "--file-system", "--format=%T", folder], stdout=subprocess.PIPE, text=True)
    return done.stdout.strip()
