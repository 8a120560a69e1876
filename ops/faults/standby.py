"""Commands that only read, and do not work on a hot standby."""
import tempfile
from pathlib import Path

from figure import Figure
from server import give, serve
from workspace import Workspace

READING = [
    ["list"], ["show", "acme"], ["show", "acme/opened"], ["timeline"], ["chain", "acme"],
    ["conflicts"], ["search", "acme"], ["why", "acme", "title"], ["sources"], ["measures"],
    ["actors"], ["projections"], ["export", "--format", "jsonl"], ["verify"], ["doctor"],
    ["rebuild", "--check"], ["rebuild", "--dry-run"],
]
WRITING = [["open", "other", "--title", "Other"], ["rebuild"]]


def figures(options):
    workspace = Workspace("standby")
    workspace.done("open", "acme", "--title", "Acme")
    with Standby(workspace.environment["CASES_DB"]) as address:
        workspace.environment["CASES_DB"] = address
        if options.short:
            # Commands that record look for another server for 30 seconds.
            workspace.environment["CASES_DEADLINE"] = "5"
        refusals = [workspace.start(*words) for words in WRITING]
        failed = [words for words in READING if workspace.run(*words).returncode != 0]
        for words in failed:
            print(f"  failed: cases {' '.join(words)}")
        yield Figure("standby, commands that read", len(failed), len(READING))
        for command in refusals:
            command.communicate()
        refused = [command for command in refusals if command.returncode != 0]
        yield Figure("standby, commands that record", len(refused), len(WRITING), is_control=True)


class Standby:
    """A hot standby of the server at an address; used as a context, it ends with it."""

    def __init__(self, address):
        self.primary = address
        self.folder = tempfile.TemporaryDirectory(prefix="standby.")

    def __enter__(self):
        give(self.folder.name)
        data = Path(self.folder.name) / "data"
        serve("pg_basebackup", "-R", "-X", "stream", "-c", "fast", "-D", data, "-d", self.primary)
        serve(
            "pg_ctl", "start", "-s", "-w", "-D", data, "-l", f"{self.folder.name}/log", "-o",
            f"-k {self.folder.name} -c listen_addresses='' -c max_connections=500")
        return f"postgresql:///postgres?host={self.folder.name}&user=postgres"

    @property
    def pid(self):
        return int(Path(f"{self.folder.name}/data/postmaster.pid").read_text().split()[0])

    def __exit__(self, *failure):
        serve("pg_ctl", "stop", "-s", "-m", "immediate", "-D", f"{self.folder.name}/data")
        self.folder.cleanup()
