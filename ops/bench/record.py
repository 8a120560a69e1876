"""The made-up log that everything is measured on."""
import os
import subprocess

import process
from programs import HERE

READ_MODELS = {
    "due": "due_day", "links": "link", "measures": "measure", "mentions": "mention",
    "participants": "participant", "registers": "register", "search": "search_text",
    "states": "case_state", "timelines": "timeline_entry", "unreadable": "unreadable_event",
}


class Record:
    """N events of ops/bench/generate, as a file and in the workspace `record`.

    Beside it stands the schema `limits` with a copy of the log's table: what PostgreSQL's own limit
    is measured with.
    """

    workspace = "record"

    def __init__(self, server, events):
        self.server, self.events = server, events
        self.file = f"{server.folder}/record.jsonl"

    def __enter__(self):
        with open(self.file, "wb") as file:
            subprocess.run([HERE / "generate", str(self.events)], stdout=file, check=True)
        self.fill(self.workspace)
        self.server.sql("VACUUM ANALYZE")
        self.server.files("event")
        self.server.settle()
        self.first, self.last = self.cases_of_twenty()
        return self

    def __exit__(self, *_):
        self.server.sql("DROP SCHEMA IF EXISTS limits CASCADE")
        self.drop(self.workspace)
        os.remove(self.file)

    def cases(self, *arguments, workspace=workspace):
        """Runs `cases`, and says how it went."""
        return process.run(
            self.server.programs.cases, *arguments, "--quiet", "--db", self.server.address,
            "--workspace", workspace)

    def fill(self, workspace):
        """Makes a workspace and imports the log into it; says how the import went."""
        self.cases("db", "migrate", workspace=workspace)
        self.server.settle()
        return self.cases("import", self.file, "--batch", "1000", workspace=workspace)

    def drop(self, workspace):
        """Removes a workspace."""
        self.server.sql(f"DROP SCHEMA IF EXISTS {workspace} CASCADE")

    def cases_of_twenty(self):
        """The numbers of the first and the last case of 20 events; they follow one another."""
        numbers = self.server.sql(f"""
            SELECT min(number), max(number) FROM (
                SELECT substr(stream, 11)::bigint AS number FROM {self.workspace}.event
                WHERE stream LIKE 'case/case-%' GROUP BY stream HAVING count(*) = 20) AS cases""")
        first, last = numbers.split("|")
        return int(first), int(last)
