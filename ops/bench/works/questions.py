"""Questions over all cases, each on a record of its own."""
import json
import os
import subprocess
from pathlib import Path

import process
from works import driver
from works.work import Line, Measured, Work

GENERATE = Path(__file__).parent.parent / "questions"


class Question(Work):
    """Makes the record of a question once, and the tables that plain SQL reads."""

    least_rounds = 3
    made = None  # of how many things the record is

    def workspace(self, record):
        """The workspace of the record, of as many things as the log has events."""
        workspace = f"asked_{self.name}"
        if self.made != record.events:
            self.made = record.events
            file = f"{record.server.folder}/{workspace}.jsonl"
            with open(file, "wb") as lines:
                subprocess.run([GENERATE, self.kind, str(record.events)], stdout=lines, check=True)
            record.cases("db", "migrate", workspace=workspace)
            record.cases("import", file, "--batch", "1000", workspace=workspace)
            os.remove(file)
            record.server.sql(self.tables.format(workspace=workspace, name=self.name))
            record.server.sql("VACUUM ANALYZE")
        return workspace

    def leave(self, record):
        record.drop(f"asked_{self.name}")
        record.server.sql(f"DROP TABLE limits.asked_{self.name}")
        self.made = None

    def limit(self, record):
        self.workspace(record)
        done = record.server.psql("-qAt", "-c", self.query)
        self.found = len(done.output.splitlines())
        return Measured({self.name: done.seconds * 1e3})


class Asked(Question):
    """A command with conditions against SQL over a table with a row for each thing."""

    def ours(self, record):
        done = record.cases(*self.command, workspace=self.workspace(record))
        rows = len(json.loads(done.output)[self.rows])
        if rows != self.found:
            raise process.Failed(f"{self.name}: SQL finds {self.found}, cases finds {rows}")
        return Measured({self.name: done.seconds * 1e3})


class Measures(Asked):
    """`cases measures` with conditions."""

    name = "measures"
    kind = "measures"
    rows = "measures"
    lines = [Line(name, "time of cases measures, of as many as events, whole process", "ms")]
    command = ["measures", "--in-force", "2029-06-01", "--by", "country:CN", "--against",
               "company-5", "--json"]
    tables = """
        CREATE TABLE limits.asked_{name} AS
        SELECT i.body -> 'data' ->> 'measure' AS measure, i.body ->> 'occurred' AS since,
            e.body ->> 'occurred' AS ended, a.body -> 'data' ->> 'country' AS country,
            i.body -> 'actors' -> 1 ->> 'actor' AS target
        FROM {workspace}.event i
        JOIN {workspace}.event a
            ON a.stream = 'actor/' || (i.body -> 'actors' -> 0 ->> 'actor')
        LEFT JOIN {workspace}.event e ON e.type = 'measure.ended'
            AND e.body -> 'data' ->> 'measure' = i.body -> 'data' ->> 'measure'
        WHERE i.type = 'measure.imposed'"""
    query = """
        SELECT measure FROM limits.asked_measures
        WHERE country = 'CN' AND target = 'company-5' AND since <= '2029-06-01'
            AND (ended IS NULL OR ended > '2029-06-01')"""


class Due(Asked):
    """`cases due` within a month."""

    name = "due"
    kind = "measures"
    rows = "due"
    lines = [Line(name, "time of cases due, of as many measures as events, whole process", "ms")]
    command = ["due", "--from", "2029-06-01", "--within", "7d", "--json"]
    tables = """
        CREATE TABLE limits.asked_{name} AS
        SELECT i.body -> 'data' ->> 'measure' AS measure, i.body ->> 'occurred' AS since,
            e.body ->> 'occurred' AS ended, i.body -> 'data' ->> 'until' AS until
        FROM {workspace}.event i
        LEFT JOIN {workspace}.event e ON e.type = 'measure.ended'
            AND e.body -> 'data' ->> 'measure' = i.body -> 'data' ->> 'measure'
        WHERE i.type = 'measure.imposed' AND i.body -> 'data' ->> 'until' IS NOT NULL"""
    query = """
        SELECT measure FROM limits.asked_due
        WHERE until BETWEEN '2029-06-01' AND '2029-06-08'
            AND since <= '2029-06-01' AND (ended IS NULL OR ended > '2029-06-01')"""


class Owners(Question):
    """The owners of an actor along all paths; SQL finds who they are, without their shares."""

    name = "owners"
    kind = "owners"
    lines = [Line(name, "roll-up of an actor, of as many actors as events", "s")]
    tables = """
        CREATE TABLE limits.asked_{name} AS
        SELECT body -> 'data' ->> 'owner' AS owner, body -> 'data' ->> 'asset' AS asset
        FROM {workspace}.event WHERE type = 'ownership.stated';
        CREATE INDEX ON limits.asked_{name} (asset)"""
    query = """
        WITH RECURSIVE above AS (
            SELECT 'a5' AS actor
            UNION SELECT h.owner FROM above a JOIN limits.asked_owners h ON h.asset = a.actor)
        SELECT actor FROM above WHERE actor <> 'a5'"""

    def limit(self, record):
        milliseconds = super().limit(record).values[self.name]
        return Measured({self.name: milliseconds / 1e3})

    def ours(self, record):
        server = record.server
        done = driver.measured(self.name, [
            server.programs.driver, "owners", server.address, self.workspace(record), "a5"])
        return Measured({self.name: 1 / done.values[self.name]})
