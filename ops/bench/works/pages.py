"""Pages of `cases serve` and `cases publish`, each on a record of its own."""
import http.client
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

import process
from works.work import Line, Measured, Work

RECORDS = Path(__file__).parent.parent.parent / "browser" / "records.py"
GENERATE = Path(__file__).parent.parent / "generate"
EVENTS = 20_000
PAGE = "/cases/long-dispute/"
TIMES = 20


class OnItsOwnRecord(Work):
    """A work on a workspace of its own, which `fill(record)` makes once."""

    made = False

    def prepare(self, record):
        if self.made:
            return
        record.cases("db", "migrate", workspace=self.workspace)
        self.fill(record)
        record.server.sql("VACUUM ANALYZE")
        self.made = True

    def leave(self, record):
        record.drop(self.workspace)
        self.made = False


class Page(OnItsOwnRecord):
    """The page of a case of 500 events, made for the request and from memory, against psql that reads its rows."""

    name = "page"
    lines = [Line("page", "page of a case of 500 events, made for the request", "ms"),
             Line("page_kept", "the same page from memory", "ms")]
    workspace = "served_page"
    days = 0

    def fill(self, record):
        folder = Path(record.server.folder) / "pages"
        folder.mkdir(exist_ok=True)
        subprocess.run([sys.executable, RECORDS, folder], check=True)
        record.cases("import", f"{folder}/long.yaml", workspace=self.workspace)
        shutil.rmtree(folder)

    def limit(self, record):
        self.prepare(record)
        query = f"SELECT body FROM {self.workspace}.event WHERE stream = 'case/long-dispute' ORDER BY version"
        milliseconds = record.server.psql("-qAt", "-c", query).seconds * 1e3
        return Measured({line.name: milliseconds for line in self.lines})

    def ours(self, record):
        self.prepare(record)
        server = subprocess.Popen(
            [record.server.programs.cases, "serve", "--port", "0", "--quiet", "--db", record.server.address,
             "--workspace", self.workspace], stdout=subprocess.PIPE, text=True, env=process.ENVIRONMENT)
        try:
            port = int(server.stdout.readline().strip().rstrip("/").rpartition(":")[2])
            self.milliseconds(port, PAGE)
            kept = [self.milliseconds(port, PAGE) for _ in range(TIMES)]
            made = []
            for _ in range(TIMES):
                # A day that was not asked about: the whole case, and no answer that is kept.
                self.days += 1
                made.append(self.milliseconds(port, f"{PAGE}?as-of=Y{10_000 + self.days}"))
            return Measured({"page": statistics.median(made), "page_kept": statistics.median(kept)})
        finally:
            server.terminate()
            server.wait()

    @staticmethod
    def milliseconds(port, path):
        connection = http.client.HTTPConnection("127.0.0.1", port)
        begun = time.monotonic()
        connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
        answer = connection.getresponse()
        answer.read()
        spent = time.monotonic() - begun
        connection.close()
        if answer.status != 200:
            raise process.Failed(f"{path}: {answer.status}")
        return spent * 1e3


class Publish(OnItsOwnRecord):
    """A record as files, against COPY that writes its rows to one."""

    name = "publish"
    lines = [Line(name, f"publish {EVENTS:,} events in 830 cases as files", "s")]
    warms_up = False
    workspace = "published"

    def fill(self, record):
        """Imports a record in which no two cases name one measure, as in the world."""
        file = f"{record.server.folder}/published.jsonl"
        lines = subprocess.run([GENERATE, str(EVENTS)], stdout=subprocess.PIPE, check=True).stdout
        with open(file, "w", encoding="utf-8") as output:
            for line in lines.splitlines():
                event = json.loads(line)
                if "measure" in event["data"]:
                    event["data"]["measure"] = event["stream"][5:] + "-" + event["data"]["measure"]
                output.write(json.dumps(event) + "\n")
        record.cases("import", file, "--batch", "1000", workspace=self.workspace)
        os.remove(file)

    def limit(self, record):
        self.prepare(record)
        query = f"COPY (SELECT * FROM {self.workspace}.event ORDER BY position) TO STDOUT"
        return Measured({self.name: record.server.psql("-qAt", "-c", query).seconds})

    def ours(self, record):
        self.prepare(record)
        folder = Path(record.server.folder) / "site"
        try:
            done = record.cases("publish", os.fspath(folder), workspace=self.workspace)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        return Measured({self.name: done.seconds})
