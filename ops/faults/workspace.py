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


class Workspace:
    """The record in one workspace, reached by the program and by SQL."""

    def __init__(self, name):
        self.name = name
        self.environment = {
            **os.environ, "CASES_DB": os.environ["CASES_TEST_DB"], "CASES_WORKSPACE": name}
        self.done("db", "migrate")

    def start(self, *words, **settings):
        """A command that goes on by itself."""
        return subprocess.Popen(
            ["cases", *words], env=self.environment, text=True, stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, **settings)

    def run(self, *words, given=""):
        """A command, and how it ended."""
        return subprocess.run(
            ["cases", *words], env=self.environment, text=True, input=given, capture_output=True)

    def done(self, *words, given=""):
        """What a command prints that must succeed."""
        ended = self.run(*words, given=given)
        if ended.returncode != 0:
            raise RuntimeError(f"cases {' '.join(words)} ended with {ended.returncode}: {ended.stderr}")
        return ended.stdout

    def answer(self, *words):
        """The JSON that a query answers."""
        return json.loads(self.done(*words, "--json"))

    def sql(self, text):
        """Rows that a statement answers, a line each; `:"workspace"` stands for the schema."""
        ended = subprocess.run(
            ["psql", "-X", "-A", "-t", "-q", "-v", "ON_ERROR_STOP=1", "-v",
             f"workspace={self.name}", self.environment["CASES_DB"]],
            input=text, text=True, capture_output=True, check=True)
        return ended.stdout.splitlines()
