"""All read models made anew from the log."""
import os

import process
from record import READ_MODELS
from works.work import Line, Measured, Work


class Rebuild(Work):
    """`cases rebuild` against SQL that fills tables of the same shape with the same indexes."""

    name = "rebuild"
    lines = [
        Line(name, "time of a rebuild of all read models", "s", 0.7, 0.5),
        Line("memory", "memory of a rebuild", "MB", 300),
    ]
    warms_up = False

    def limit(self, record):
        self.remove_tables(record)
        record.server.settle()
        done = record.server.files("corrections", *READ_MODELS)
        return Measured({self.name: done.seconds})

    def ours(self, record):
        record.server.settle()
        # By default it leaves half of the processors to those who read.
        done = record.cases("rebuild", "--workers", str(os.cpu_count()))
        self.compare(record)
        tables = ", ".join(f"{record.workspace}.{table}" for table in READ_MODELS.values())
        record.server.sql(f"VACUUM {tables}")
        return Measured({self.name: done.seconds, "memory": done.peak / 1e6})

    def compare(self, record):
        """SQL that makes fewer rows would be no limit."""
        for name, table in READ_MODELS.items():
            counts = record.server.sql(
                f"SELECT (SELECT count(*) FROM limits.{table}), "
                f"(SELECT count(*) FROM {record.workspace}.{table})")
            theirs, ours = counts.split("|")
            if theirs != ours:
                raise process.Failed(f"{name}: SQL makes {theirs} rows, cases makes {ours}")

    def remove_tables(self, record):
        tables = ", ".join(f"limits.{table}" for table in READ_MODELS.values())
        record.server.sql(f"DROP TABLE IF EXISTS {tables}")

    def leave(self, record):
        self.remove_tables(record)
