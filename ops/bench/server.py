"""A PostgreSQL server that is there for one run."""
import os
import shutil
import subprocess
import sys
import tempfile

import process
from programs import HERE


class Server:
    """A server with the settings that initdb makes: a commit is on disk when it is answered.

    It speaks through a socket in its own folder, and is gone with the folder at the end.
    """

    def __init__(self, programs, parent):
        self.programs = programs
        self.folder = tempfile.mkdtemp(prefix="cases-bench.", dir=parent)
        self.address = f"postgresql:///postgres?host={self.folder}&user=postgres"

    def __enter__(self):
        os.chmod(self.folder, 0o755)
        if os.getuid() == 0:
            shutil.chown(self.folder, "postgres")
        try:
            self.call("initdb", "--encoding=UTF8", "--locale=C", "--auth=trust",
                      "--username=postgres")
            self.call("pg_ctl", "start", "-w", "-l", f"{self.folder}/log", "-o",
                      f"-k {self.folder} -c listen_addresses=''")
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        if os.path.exists(f"{self.folder}/data/postmaster.pid"):
            self.call("pg_ctl", "stop", "-m", "fast")
        shutil.rmtree(self.folder)

    def call(self, program, *arguments):
        """Runs one of the server's own programs; where we are root, as the user postgres."""
        command = [str(self.programs.server / program), f"--pgdata={self.folder}/data", *arguments]
        if os.getuid() == 0:
            command = ["runuser", "-u", "postgres", "--", *command]
        done = subprocess.run(
            command, cwd="/", stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE, text=True)
        if done.returncode != 0:
            sys.exit(f"ops/bench/run: {program} failed: {done.stderr.strip()}")

    def psql(self, *arguments, workspace="record"):
        """Runs psql, and says how it went."""
        return process.run(
            self.programs.psql, "-XqAt", "-v", "ON_ERROR_STOP=1", "-v", f"workspace={workspace}",
            *arguments, self.address)

    def sql(self, text):
        """Runs statements, and answers what they select: a line a row."""
        done = self.psql("-c", "SET client_min_messages = warning", "-c", text)
        return done.output.decode().strip()

    def files(self, *names):
        """Runs files of ops/bench/sql one after another in one session."""
        paths = [str(HERE / "sql" / f"{name}.sql") for name in names]
        return self.psql(*[word for path in paths for word in ("-f", path)])

    def settle(self):
        """Writes out what is still to be written, so that it does not fall to who comes next."""
        self.sql("CHECKPOINT")
