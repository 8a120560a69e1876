"""Reading the whole log in order."""
from works import driver
from works.work import Line, Work


class Replay(Work):
    """Every event decoded into its Swift type, against a C program that reads the same COPY."""

    name = "replay"
    lines = [Line(name, "replay, every event decoded", "events/s", 0.6, 0.8)]

    def limit(self, record):
        return self.measured(record, record.server.programs.replay)

    def ours(self, record):
        return self.measured(record, record.server.programs.driver, "replay")

    def measured(self, record, *command):
        done = driver.measured(self.name, [*command, record.server.address, record.workspace])
        return done._replace(latencies=[])
