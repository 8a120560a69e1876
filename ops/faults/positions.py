"""Writers that append without a pause, beside readers that follow: positions in the order of time.

1, 2, 4 … 64 sessions append by the functions that the program calls, as it calls them. Two readers ask
again and again for what stands behind the last position that they saw. The control does the same on
a table whose positions come from a sequence, and each tenth transaction is rolled back.
"""
import subprocess
import threading
import time
import uuid

import history
from clients import Clients, Sent
from figure import Figure
from workspace import Workspace

WRITERS = [1, 2, 4, 8, 16, 32, 64]
APPEND = """\
SELECT position, flushed FROM :"workspace".append_one(
    '{id}', 'case/{case}', 'note.added', '{{"data":{{"text":"x"}}}}', 'w', NULL, true) \\gset
\\if :flushed
\\else
SELECT :"workspace".flush() \\gset
\\endif
\\echo :position
"""
# What many programs do in place of the log.
SEQUENCE = """\
BEGIN;
INSERT INTO sequence (id) VALUES ('{id}') RETURNING position \\gset
SELECT pg_sleep(0.001 * (random() * 4)::int) \\gset
{end};
\\echo :position
"""
READ = {
    APPEND: "SELECT position, id FROM :\"workspace\".event WHERE position > {last} ORDER BY position;",
    SEQUENCE: "SELECT position, id FROM sequence WHERE position > {last} ORDER BY position;",
}


def figures(options):
    each = options.count(200, 8)
    workspace = Workspace("positions")
    for writers in WRITERS[::3] if options.short else WRITERS:
        run = Run(workspace, f"by-{writers}", writers, each, APPEND)
        rows = history.stored(workspace)
        name = f"positions, {writers} writers"
        yield from history.figures(name, run.sent, rows, stream=f"case/by-{writers}")
        yield Figure(f"{name}, against the order of time",
                     history.shown(history.disorder(run.sent)), len(run.sent))
        yield Figure(f"{name}, behind a reader", run.late({row.id: row.position for row in rows}),
                     len(rows))
        yield Figure(f"{name}, acknowledged and not read", run.stale(), len(run.readings))
    yield from by_command(workspace, options.count(50, 2))
    yield from control(workspace, each)


def by_command(workspace, each):
    """The program itself, by sixteen clients."""
    workspace.done("open", "acme", "--title", "Acme")
    clients = Clients(workspace, 16, limit=each)
    for thread in clients.threads:
        thread.start()
    clients.join()
    yield from history.figures("positions, commands", clients.sent, history.stored(workspace))
    yield Figure("positions, commands, against the order of time",
                 history.shown(history.disorder(clients.sent)), len(clients.sent))


def control(workspace, each):
    # Each session takes five numbers at a time, as many programs do for speed.
    workspace.sql("""CREATE SEQUENCE places CACHE 5;
        CREATE TABLE sequence (position bigint DEFAULT nextval('places'), id uuid);""")
    run = Run(workspace, "control", 16, each, SEQUENCE)
    rows = [line.split("|") for line in workspace.sql("SELECT * FROM sequence ORDER BY position;")]
    positions = [int(position) for position, _ in rows]
    yield Figure("positions, by a sequence, against the order of time",
                 len(history.disorder(run.sent)), len(run.sent), is_control=True)
    yield Figure("positions, by a sequence, gaps", max(positions) - len(positions), len(run.sent),
                 is_control=True)
    yield Figure("positions, by a sequence, behind a reader",
                 run.late({id: int(position) for position, id in rows}), len(rows), is_control=True)


class Run:
    """So many writers and two readers, and what they saw."""

    def __init__(self, workspace, case, writers, each, statement):
        self.workspace, self.case, self.each, self.statement = workspace, case, each, statement
        self.sent = []
        # Of each reading: which reader, when it began, and the last position that the reader knew after.
        self.readings = []
        self.seen = [{}, {}]
        self.end = threading.Event()
        readers = [threading.Thread(target=self.read, args=(nth,)) for nth in range(2)]
        writing = [threading.Thread(target=self.write) for _ in range(writers)]
        for thread in readers + writing:
            thread.start()
        for thread in writing:
            thread.join()
        self.end.set()
        for thread in readers:
            thread.join()

    def session(self):
        return subprocess.Popen(
            ["psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-v",
             f"workspace={self.workspace.name}", self.workspace.environment["CASES_DB"]],
            text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def write(self):
        psql = self.session()
        for nth in range(self.each):
            id = str(uuid.uuid4())
            started = time.monotonic()
            end = "ROLLBACK" if nth % 10 == 5 else "COMMIT"
            psql.stdin.write(self.statement.format(id=id, case=self.case, end=end))
            psql.stdin.flush()
            position = int(psql.stdout.readline())
            self.sent.append(
                Sent(f"case/{self.case}/{id}", started, time.monotonic(), 0, position))
        psql.communicate()

    def read(self, reader):
        psql = self.session()
        last = 0
        while not self.end.is_set():
            started = time.monotonic()
            psql.stdin.write(READ[self.statement].format(last=last) + "\n\\echo end\n")
            psql.stdin.flush()
            while (line := psql.stdout.readline().strip()) != "end":
                position, id = line.split("|")
                self.seen[reader][id] = last = int(position)
            self.readings.append((started, last))
        psql.communicate()

    def late(self, places):
        """Events that a reader passed by: at or before its last position, and not seen."""
        return sum(
            position <= max(seen.values(), default=0) and id not in seen
            for seen in self.seen for id, position in places.items())

    def stale(self):
        """Readings that do not reach an event which was acknowledged before they began."""
        answered = sorted((one.ended, one.position) for one in self.sent)
        wrong, highest, nth = 0, 0, 0
        for started, last in sorted(self.readings):
            while nth < len(answered) and answered[nth][0] < started:
                highest = max(highest, answered[nth][1])
                nth += 1
            wrong += last < highest
        return wrong
