"""The import of a file of JSON Lines into an empty workspace."""
import os

from works.work import Line, Measured, Work


class Import(Work):
    """`cases import --batch 1000` against binary COPY of the rows that it makes."""

    name = "import"
    lines = [
        Line("import", "import of JSON Lines: the log", "events/s", 0.5, 0.7),
        Line("import-kept", "import of JSON Lines: with read models", "events/s"),
    ]
    warms_up = False

    def limit(self, record):
        server, rows = record.server, f"{record.server.folder}/rows"
        if not os.path.exists(rows):
            server.psql("-c", f"\\copy (SELECT * FROM {record.workspace}.event ORDER BY position) "
                        f"TO '{rows}' (FORMAT binary)")
        server.sql("DROP TABLE IF EXISTS limits.loaded")
        server.sql("CREATE TABLE limits.loaded (LIKE limits.event INCLUDING INDEXES)")
        server.settle()
        done = server.psql("-c", f"\\copy limits.loaded FROM '{rows}' (FORMAT binary)")
        rate = record.events / done.seconds
        return Measured({"import": rate, "import-kept": rate})

    def ours(self, record):
        """Each piece is answered when it is on disk, so the last answer ends the log's part; the
        read models are brought up to date behind it."""
        record.drop("loaded")
        done = record.fill("loaded")
        record.drop("loaded")
        return Measured({
            "import": record.events / done.last_output,
            "import-kept": record.events / done.seconds,
        })

    def leave(self, record):
        os.remove(f"{record.server.folder}/rows")
        record.server.sql("DROP TABLE limits.loaded")
