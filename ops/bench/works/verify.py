"""Verifying the log."""
from works import driver
from works.work import Line, Measured, Work


class Verify(Work):
    """`cases verify`, whole process, against a C program that reads the same rows by COPY."""

    name = "verify"
    lines = [
        Line(name, "verify, all digests and the root", "events/s", 0.5, 0.8),
        Line("verify-memory", "memory of verify", "MB", 200),
    ]

    def limit(self, record):
        done = driver.measured(
            self.name, [record.server.programs.replay, record.server.address, record.workspace])
        return done._replace(latencies=[])

    def ours(self, record):
        done = record.cases("verify")
        return Measured({
            self.name: record.events / done.seconds, "verify-memory": done.peak / 1e6})
