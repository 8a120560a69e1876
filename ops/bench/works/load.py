"""One case after another, read from the log and folded."""
from works import driver, pgbench
from works.work import Line, Work

SELECT = """\\set number random({first}, {last})
SELECT position, version, recorded_at, language, id, stream, type, recorded_by, key, digest, leaf, \
salt, body FROM {workspace}.event WHERE stream = 'case/case-' || :number ORDER BY version;
"""


class Load(Work):
    """A case of twenty events and its state, against pgbench that selects its rows."""

    name = "load"
    lines = [Line(name, "load and fold one case of 20 events", "cases/s", 0.7, 0.9)]

    def limit(self, record):
        script = SELECT.format(
            workspace=record.workspace, first=record.first, last=record.last)
        return pgbench.measured(self.name, record, script)

    def ours(self, record):
        server = record.server
        return driver.measured(self.name, [
            server.programs.driver, "load", server.address, record.workspace, pgbench.SECONDS,
            record.first, record.last])
