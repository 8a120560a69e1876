"""A PostgreSQL server of an attack's own, which may be killed, filled and restored."""
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

from workspace import server_programs


def serve(program, *words, prefix=(), check=True):
    """Runs a program of the server, as the user that it may run as."""
    user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    return subprocess.run(
        [*user, *prefix, server_programs() / program, *words], cwd="/", check=check, text=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def give(path):
    """Makes a folder the server's, and passable for others."""
    if os.geteuid() == 0:
        account = pwd.getpwnam("postgres")
        os.chown(path, account.pw_uid, account.pw_gid)
    os.chmod(path, 0o755)


def children(parent):
    """The processes that a process started and that are still there."""
    found = []
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            after_name = entry.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(after_name[1]) == parent:
            found.append(int(entry.parent.name))
    return found


class Server:
    """One server in a folder; used as a context, it is created and started, and ends with it.

    `data` may be elsewhere, for example on a small disk, and may exist already. `prefix` is a command
    that the server's programs run under, such as faketime.
    """

    def __init__(self, settings="", data=None, prefix=(), initdb=()):
        # The path must be short: that of a socket has room for 107 bytes.
        self.folder = tempfile.mkdtemp(prefix="faults.", dir="/tmp")
        give(self.folder)
        self.data = Path(data or f"{self.folder}/data")
        self.settings = settings
        self.prefix = prefix
        self.initdb = initdb
        self.port = 5432
        self.address = f"postgresql:///postgres?host={self.folder}&user=postgres"

    def __enter__(self):
        try:
            if not (self.data / "PG_VERSION").exists():
                serve("initdb", f"--pgdata={self.data}", "--encoding=UTF8", "--locale=C",
                      "--data-checksums", "--auth=trust", "--username=postgres", "--no-sync",
                      *self.initdb)
            self.start()
        except subprocess.CalledProcessError as failure:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise RuntimeError(f"the server does not start: {failure.stdout}") from failure
        return self

    def __exit__(self, *failure):
        self.stop("immediate")
        shutil.rmtree(self.folder, ignore_errors=True)

    def start(self, prefix=None, wait=60):
        options = f"-k {self.folder} -c listen_addresses='' -c max_connections=200 {self.settings}"
        return serve(
            "pg_ctl", "start", "-s", "-w", "-t", str(wait), "-D", self.data, "-l",
            f"{self.folder}/log", "-o", options, prefix=self.prefix if prefix is None else prefix)

    def stop(self, mode="fast"):
        serve("pg_ctl", "stop", "-s", "-w", "-m", mode, "-D", self.data, check=False)

    @property
    def pid(self):
        return int((self.data / "postmaster.pid").read_text().split()[0])

    @property
    def is_running(self):
        return serve("pg_ctl", "status", "-D", self.data, check=False).returncode == 0

    def signal(self, number):
        """Sends a signal to the server and to all of its processes, the first one first."""
        first = self.pid
        processes = [first]
        send(number, first)
        processes += children(first)
        for process in processes[1:]:
            send(number, process)
        return processes

    def kill(self):
        """Ends all of its processes at once, as the kernel does when memory runs out."""
        for process in self.signal(signal.SIGKILL):
            while Path(f"/proc/{process}/stat").exists() and not is_zombie(process):
                time.sleep(0.01)

    def log(self):
        return Path(f"{self.folder}/log").read_text(errors="replace")


def send(number, process):
    try:
        os.kill(process, number)
    except ProcessLookupError:
        pass


def is_zombie(process):
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True
