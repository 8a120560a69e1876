"""A workspace of its own on the server of this run, and what is done in it."""
import json
import os
import subprocess
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent.parent


def built():
    """Builds with optimisation, and answers the folder of the programs."""
    build = ["swift", "build", "-c", "release", "--product", "cases"]
    subprocess.run(build, cwd=CHECKOUT, check=True)
    shown = subprocess.run(
        [*build, "--show-bin-path"], cwd=CHECKOUT, check=True, stdout=subprocess.PIPE, text=True)
    return shown.stdout.strip()


def server_programs():
    """The folder of the newest server's programs that are all there."""
    folders = [Path(os.environ["CASES_TEST_PGBIN"]), *Path("/usr/lib/postgresql").glob("*/bin")]
    whole = [folder for folder in folders if (folder / "pg_basebackup").exists()]
    return max(whole, key=lambda folder: folder.parent.name)


class Workspace:
    """The record in one workspace, reached by the program and by SQL."""

    def __init__(self, name, address=None, migrate=True):
        self.name = name
        # A command that all commands run under, for example to be elsewhere in the network.
        self.prefix = []
        self.environment = {
            **os.environ, "CASES_DB": address or os.environ["CASES_TEST_DB"],
            "CASES_WORKSPACE": name}
        if migrate:
            self.done("db", "migrate")

    def at(self, address):
        """The same workspace on another server."""
        return Workspace(self.name, address, migrate=False)

    def start(self, *words, **settings):
        """A command that goes on by itself."""
        return subprocess.Popen(
            [*self.prefix, "cases", *words], env=self.environment, text=True, stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, **settings)

    def run(self, *words, given=""):
        """A command, and how it ended."""
        return subprocess.run(
            [*self.prefix, "cases", *words], env=self.environment, text=True, input=given, capture_output=True)

    def done(self, *words, given=""):
        """What a command prints that must succeed."""
        ended = self.run(*words, given=given)
        if ended.returncode != 0:
            raise RuntimeError(f"cases {' '.join(words)} ended with {ended.returncode}: {ended.stderr[:2000]}")
        return ended.stdout

    def answer(self, *words):
        """The JSON that a query answers."""
        return json.loads(self.done(*words, "--json"))

    def sql(self, text, timeout=None):
        """Rows that a statement answers, a line each; `:"workspace"` stands for the schema."""
        ended = subprocess.run(
            ["psql", "-X", "-A", "-t", "-q", "-v", "ON_ERROR_STOP=1", "-v",
             f"workspace={self.name}", self.environment["CASES_DB"]],
            input=text, text=True, capture_output=True, check=True, timeout=timeout)
        return ended.stdout.splitlines()
