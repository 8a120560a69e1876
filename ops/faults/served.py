"""Programs that record over HTTP while `cases serve` and its PostgreSQL server are killed.

The requests of all programs pass through one process, which sends those that wait together. Each program
repeats a request until it is answered, as Docs/pages.md says. The control does not repeat.
"""
import http.client
import json
import threading
import time
from urllib.parse import urlsplit

import history
from clients import Sent
from figure import Figure
from options import require_program
from server import Server
from workspace import Workspace

PROGRAMS = 12


def figures(options):
    require_program("cases-web")
    random = options.random("served")
    with Server() as server:
        workspace = Workspace("served", server.address)
        for case in ["acme", "careless"]:
            workspace.done("open", case, "--title", case)
        token = workspace.done("token", "new", "faults", "--scope", "append", "--quiet").strip()
        with Service(workspace) as service:
            kills = options.count(20, 2)
            sent = attack(service, server, random, "acme", token, kills, repeats=True)
            careless = attack(service, server, random, "careless", token, 1, repeats=False)
        rows = history.stored(workspace)
        yield from history.figures("served", sent, rows)
        yield Figure("served, requests that were never answered",
                     history.shown([one for one in sent if one.code != 0]), len(sent))
        yield Figure("served, against the order of time",
                     history.shown(history.disorder(sent)), len(sent))
        yield Figure("served, verify", int(workspace.run("verify").returncode != 0), 1)
        yield Figure("served, requests that are not repeated, not stored", len(history.lost(
            [one._replace(code=0) for one in careless], rows)), len(careless), is_control=True)


def attack(service, server, random, case, token, kills, repeats):
    """What the programs sent, and what they were answered, while both are killed in turn."""
    end, sent = threading.Event(), []
    programs = [
        threading.Thread(target=program, args=(service, case, token, nth, end, sent, repeats))
        for nth in range(PROGRAMS)]
    for thread in programs:
        thread.start()
    for nth in range(kills):
        time.sleep(random.uniform(0.5, 1.5))
        if nth % 2 == 0:
            service.restart()
        else:
            server.kill()
            server.start()
    time.sleep(1)
    end.set()
    for thread in programs:
        thread.join()
    return sent


def program(service, case, token, client, end, sent, repeats):
    number = 0
    while not end.is_set():
        number += 1
        key = f"p{client}-{number}"
        started, position = time.monotonic(), None
        while position is None:
            position = put(service, case, key, token)
            if position is None and (not repeats or time.monotonic() - started > 90):
                break
        sent.append(Sent(f"case/{case}/{key}", started, time.monotonic(),
                         75 if position is None else 0, position))


def put(service, case, key, token):
    """Sends the event once; its position, or nothing if the request failed in any way."""
    body = json.dumps({"stream": f"case/{case}", "type": "note.added", "key": key,
                       "data": {"text": "A note."}})
    connection = http.client.HTTPConnection("127.0.0.1", service.port, timeout=60)
    try:
        connection.request("PUT", f"/api/v1/cases/{case}/events/{key}", body, {
            "Authorization": f"Bearer {token}", "Content-Type": "application/json"})
        answer = connection.getresponse()
        text = answer.read()
        return json.loads(text)["recorded"][0]["position"] if answer.status in (200, 201) else None
    except (OSError, http.client.HTTPException):
        time.sleep(0.1)
        return None
    finally:
        connection.close()


class Service:
    """`cases serve`, which can be killed and comes back under the same port."""

    def __init__(self, workspace):
        self.workspace = workspace
        self.port = 0

    def __enter__(self):
        self.process = self.workspace.start("serve", "--rate", "0", "--port", str(self.port))
        # The process goes on to write on standard error, which nobody reads.
        line = self.process.stdout.readline()
        self.port = urlsplit(next(word for word in line.split() if "://" in word)).port
        threading.Thread(target=self.process.stderr.read, daemon=True).start()
        return self

    def __exit__(self, *failure):
        self.process.kill()
        self.process.wait()

    def restart(self):
        self.__exit__()
        self.__enter__()
