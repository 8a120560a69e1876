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


class CannotStart(Exception):
    """A server that ended, or was not ready in time; with the end of its log."""


class Server:
    """One server in a folder; used as a context, it is created and started, and ends with it.

    `data` may be elsewhere, for example on a small disk, and may exist already. `prefix` is a command
    that the server runs under, such as `ip netns exec`. `settings` are options of the command line,
    `configuration` is added to postgresql.conf.
    """

    def __init__(self, settings="", data=None, prefix=(), initdb=(), configuration=""):
        # The path must be short: that of a socket has room for 107 bytes.
        self.folder = tempfile.mkdtemp(prefix="faults.", dir="/tmp")
        give(self.folder)
        self.data = Path(data or f"{self.folder}/data")
        self.settings = settings
        self.prefix = prefix
        self.initdb = list(initdb)
        self.configuration = configuration
        self.process = None
        self.address = f"postgresql:///postgres?host={self.folder}&user=postgres"

    def __enter__(self):
        try:
            if not (self.data / "PG_VERSION").exists():
                serve("initdb", f"--pgdata={self.data}", "--encoding=UTF8", "--locale=C",
                      "--data-checksums", "--auth=trust", "--username=postgres", "--no-sync",
                      *self.initdb)
            with open(self.data / "postgresql.conf", "a") as file:
                file.write(self.configuration)
            self.start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *failure):
        self.stop(signal.SIGQUIT)
        shutil.rmtree(self.folder, ignore_errors=True)

    def start(self, inner=(), wait=60):
        """Starts it as a child of this process, which so learns at once that it has ended.

        `inner` is a command that it runs under as its own user.
        """
        user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"]
        with open(f"{self.folder}/log", "ab") as log:
            self.process = subprocess.Popen(
                [*self.prefix, *(user if os.geteuid() == 0 else []), *inner,
                 server_programs() / "postgres", "-D", self.data, "-k", self.folder,
                 "-c", "listen_addresses=", "-c", "max_connections=200", *self.settings.split()],
                cwd="/", stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        self.await_ready(wait)

    def await_ready(self, wait=60):
        """Waits until it admits sessions, for example after it has recovered."""
        deadline = time.monotonic() + wait
        ready = [server_programs() / "pg_isready", "-q", "-h", self.folder]
        while subprocess.run(ready).returncode != 0:
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise CannotStart(self.log()[-1000:])
            time.sleep(0.05)

    def stop(self, number=signal.SIGINT):
        """Stops it: SIGINT ends sessions and writes everything out, SIGQUIT does not wait for that."""
        if self.process and self.process.poll() is None:
            send(number, self.pid)
            self.process.wait()

    @property
    def pid(self):
        """That of the server itself, which may be a child of the command that it runs under."""
        return int((self.data / "postmaster.pid").read_text().split()[0])

    @property
    def is_running(self):
        return self.process is not None and self.process.poll() is None

    def signal(self, number):
        """Sends a signal to the server and to all of its processes."""
        first = self.pid
        # Stopped, it starts no other process, and none loses its parent.
        send(signal.SIGSTOP, first)
        processes = [first, *children(first)]
        for process in processes:
            send(number, process)
        return processes

    def kill(self):
        """Ends all of its processes at once, as the kernel does when memory runs out."""
        processes = self.signal(signal.SIGKILL)
        self.process.wait()
        while any(not is_zombie(process) for process in processes):
            time.sleep(0.01)

    def log(self):
        return Path(f"{self.folder}/log").read_text(errors="replace")


def command_of(process):
    """The command line of a process; nothing once it has ended."""
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return b""


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
