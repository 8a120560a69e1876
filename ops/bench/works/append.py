"""Appends, each commit on disk before it is answered."""
import itertools
import json

from works import driver, pgbench
from works.work import Line, Work

# Of the language, in canonical JSON, 500 bytes long.
BODY = json.dumps({
    "actors": [{"actor": "company-1", "role": "actor"}, {"actor": "company-2", "role": "target"}],
    "claims": [{"at": "paragraph 2", "source": "report-1"}],
    "data": {"kind": "export_suspension", "measure": "order-1"},
    "key": "KEY", "occurred": "2031-04-02",
    "summary": "The ministry states in an order of that day that deliveries of lithography parts "
               "to the plant are halted until the review of its ownership has come to an end, and "
               "names no date for it.".ljust(256, "."),
}, separators=(",", ":"))

# Both get the body from the client. Digests are any bytes here, for PostgreSQL alone makes none.
INSERT = """
INSERT INTO limits.event
SELECT p, p % 20 + 1, clock_timestamp(), 1, gen_random_uuid(), 'case/limit-' || p / 20,
    'measure.imposed', 'postgres/bench', 'e' || p, '\\x{digest}', '\\x{digest}', '\\x{salt}', body
FROM (
    SELECT nextval('limits.position') AS p, body FROM (VALUES {bodies}) v (body)
) AS new;
"""


def insert(rows):
    bodies = ", ".join(["(CAST(:body AS json))"] * rows)
    statement = INSERT.format(digest="5e" * 32, salt="5a" * 16, bodies=bodies)
    return " ".join(statement.split()) + "\n"


class Append(Work):
    """One event a commit, over one connection."""

    name = "append"
    lines = [Line(name, "append, 1 event a commit, 1 connection", "events/s", 0.6, 0.8)]
    connections, batch = 1, 1
    writers = itertools.count(1)

    def limit(self, record):
        return pgbench.measured(
            self.name, record, insert(self.batch), self.connections, self.batch,
            [f"--define=body={BODY}"])

    def ours(self, record):
        return driver.measured(
            self.name, *[self.command(record, "append", self.batch)
                         for _ in range(self.connections)])

    def command(self, record, name, number):
        """The driver's arguments; no two writers of a log have the same name."""
        server = record.server
        return [server.programs.driver, name, server.address, record.workspace, pgbench.SECONDS,
                number, f"bench-{next(Append.writers)}", BODY]


class AppendFromProcesses(Append):
    """The same from sixteen processes."""

    name = "append-processes"
    lines = [Line(name, "the same, 16 processes", "events/s", 0.3, 0.5)]
    connections = 16


class AppendFromTasks(AppendFromProcesses):
    """The same from sixteen tasks of one process, against as many connections."""

    name = "append-tasks"
    lines = [Line(name, "the same, 16 tasks in one process", "events/s", 1.0, 2.0)]

    def ours(self, record):
        return driver.measured(
            self.name, self.command(record, "append-tasks", self.connections))


class AppendInBatches(Append):
    """A hundred events a commit."""

    name = "append-batch"
    lines = [Line(name, "append, 100 events a commit, 1 connection", "events/s", 0.6, 0.8)]
    batch = 100
