"""What the controls use in place of the log: a plain table, and clients that take no care."""
import subprocess
import threading
import uuid

from clients import Clients, Sent


class Plain:
    """A session that inserts 1, 2, 3 … into a table, until it ends or the server does.

    `settings` are those of the session, such as synchronous_commit=off.
    """

    def __init__(self, address, settings="", table="plain"):
        self.table = table
        self.acknowledged = []
        self.psql = subprocess.Popen(
            ["psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", address], text=True, bufsize=1,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.say(f"CREATE TABLE IF NOT EXISTS {table} (n bigint);")
        # The table itself is on disk before the attack begins.
        self.say("CHECKPOINT;")
        self.say("".join(f"SET {setting};" for setting in settings.split()))
        self.say("\\echo ready")
        self.psql.stdout.readline()
        self.thread = threading.Thread(target=self.work, daemon=True)
        self.thread.start()

    def say(self, line):
        self.psql.stdin.write(line + "\n")
        self.psql.stdin.flush()

    def work(self):
        number = 0
        try:
            while True:
                number += 1
                self.say(f"INSERT INTO {self.table} VALUES ({number});\n\\echo {number}")
                if self.psql.stdout.readline().strip() != str(number):
                    return
                self.acknowledged.append(number)
        except (OSError, ValueError):
            return

    def end(self):
        self.psql.kill()
        self.psql.wait()
        self.thread.join()

    def lost(self, workspace):
        """How many of the acknowledged numbers the table of that workspace's server does not hold."""
        held = {int(line) for line in workspace.sql(f"SELECT n FROM {self.table};")}
        return len(set(self.acknowledged) - held)


class Careless(Clients):
    """Clients that take an event for stored once they have sent it, whatever came back."""

    text = "x"

    def work(self, client):
        number = 0
        while not self.end.is_set() and number != self.limit:
            id = str(uuid.uuid4())
            code = 1 if self.append(id) is None else 0
            self.sent.append(Sent(f"case/{self.case}/{id}", 0, 0, 0, said=str(code)))
            number += 1

    def append(self, id):
        try:
            return self.workspace.sql(
                f"""SELECT :"workspace".append('{id}', 'case/{self.case}', 'note.added',
                '{{"data":{{"text":"{self.text}"}}}}', 'careless');""", timeout=20)
        except subprocess.SubprocessError:
            return None
