"""A stand-in for the server's socket that passes bytes on, and cuts one connection after so many."""
import os
import select
import socket
import tempfile
import threading
from urllib.parse import parse_qs, urlsplit


class Relay:
    """Passes connections on to the server; used as a context, it stops at the end.

    `limit` bytes, both ways together, pass through the first connection that has so many; then it is
    cut without a farewell. Connections after that pass whole.
    """

    def __init__(self, address, limit=None):
        parts = urlsplit(address)
        settings = parse_qs(parts.query)
        self.server = f"{settings['host'][0]}/.s.PGSQL.5432"
        self.limit = limit
        self.passed = 0
        self.folder = tempfile.TemporaryDirectory(prefix="relay.")
        os.chmod(self.folder.name, 0o755)
        self.address = address.replace(settings["host"][0], self.folder.name)
        self.door = socket.socket(socket.AF_UNIX)
        self.door.bind(f"{self.folder.name}/.s.PGSQL.5432")
        self.door.listen(16)
        self.lock = threading.Lock()

    def __enter__(self):
        threading.Thread(target=self.admit, daemon=True).start()
        return self

    def __exit__(self, *failure):
        self.door.close()
        self.folder.cleanup()

    def admit(self):
        while True:
            try:
                client, _ = self.door.accept()
            except OSError:
                return
            server = socket.socket(socket.AF_UNIX)
            server.connect(self.server)
            threading.Thread(target=self.carry, args=(client, server), daemon=True).start()

    def carry(self, client, server):
        """Passes bytes on, both ways, until one side ends or the limit is reached."""
        other = {client: server, server: client}
        try:
            while True:
                for side in select.select([client, server], [], [])[0]:
                    # Byte by byte near the cut, so that it falls in the midst of messages, too.
                    piece = side.recv(self.allowed())
                    if not piece or not self.passes(piece):
                        return
                    other[side].sendall(piece)
        except OSError:
            return
        finally:
            client.close()
            server.close()

    def allowed(self):
        return 65536 if self.limit is None else max(1, min(65536, self.limit - self.passed))

    def passes(self, piece):
        with self.lock:
            if self.limit is not None and self.passed + len(piece) > self.limit:
                self.limit = None
                return False
            self.passed += len(piece)
            return True
