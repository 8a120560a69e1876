"""A command from its start to its end."""
from works.work import Line, Measured, Work


class Timeline(Work):
    """`cases timeline CASE --json` against psql that selects the rows of the case."""

    name = "timeline"
    lines = [Line(name, "time of cases timeline, whole process", "ms", 4.0, 2.0)]
    least_rounds = 20

    def limit(self, record):
        done = record.server.psql("-c", f"""
            SELECT * FROM {record.workspace}.event
            WHERE stream = 'case/case-{self.middle(record)}' ORDER BY version""")
        return Measured({self.name: done.seconds * 1e3})

    def ours(self, record):
        done = record.cases("timeline", f"case-{self.middle(record)}", "--json")
        return Measured({self.name: done.seconds * 1e3})

    def middle(self, record):
        return (record.first + record.last) // 2
