"""Clocks that are wrong: that of a client, and that of the server, by libfaketime.

A client whose clock differs from the server's by more than a day must be refused and record nothing. A server
whose clock goes back or far ahead must give positions and times that only increase, and every append and
`cases doctor` must say that the log is ahead of the clock. The control is a table with now() as its time.
"""
import history
from clients import send
from figure import Figure
from options import require_program
from server import Server
from workspace import Workspace

# In this order: the clocks of server and client, and whether the log is ahead of the server's clock then.
ACCEPTED = [
    ("both right", None, None, False),
    ("server 20 hours behind", "-20h", None, True),
    ("both on a leap day, a second before midnight", "@2028-02-29 23:59:59", "@2028-02-29 23:59:59", False),
    ("both ten years ahead", "+10y", "+10y", False),
    ("both right again", None, None, True),
]
REFUSED = [
    ("client a day behind", None, "-25h"),
    ("client ten years ahead", None, "+10y"),
    ("client on a leap day", None, "@2028-02-29 12:00:00"),
    ("server a day behind", "-25h", None),
    ("server ten years ahead", "+10y", None),
]


def figures(options):
    require_program("faketime")
    random = options.random("clocks")
    each = options.count(20, 2)
    with Server() as server:
        workspace = Workspace("clocks", server.address)
        workspace.done("open", "acme", "--title", "Acme")
        workspace.sql("CREATE TABLE plain (n bigserial, at timestamptz DEFAULT now());")
        sent = []
        for name, servers, clients, is_ahead in ACCEPTED:
            restart(server, workspace, servers, clients)
            workspace.sql("INSERT INTO plain DEFAULT VALUES;")
            answers = [send(workspace, "acme", f"a{len(sent)}-{nth}") for nth in range(each)]
            sent += answers
            yield from accepted(name, workspace, answers, is_ahead)
        for name, servers, clients in random.sample(REFUSED, 2 if options.short else len(REFUSED)):
            restart(server, workspace, servers, clients)
            answers = [send(workspace, "acme", f"r{len(sent)}-{nth}") for nth in range(each)]
            sent += answers
            yield from refused(name, workspace, answers)
        restart(server, workspace, None, None)
        yield from judged(workspace, sent)


def judged(workspace, sent):
    """The figures over the whole log, when both clocks are right again."""
    leap = workspace.sql("""
        SELECT 1 FROM :"workspace".event WHERE recorded_at::date IN ('2028-02-29', '2028-03-01');""")
    yield Figure("clocks, events recorded around the leap day", len(leap), len(sent), is_control=True)
    yield from history.figures("clocks", sent, history.stored(workspace))
    yield Figure("clocks, verify", int(workspace.run("verify").returncode != 0), 1)
    plain = workspace.sql("SELECT extract(epoch FROM at) FROM plain ORDER BY n;")
    yield Figure("clocks, now() in a plain table goes back", sum(
        float(after) < float(before) for before, after in zip(plain, plain[1:])), len(plain),
        is_control=True)


def accepted(name, workspace, answers, is_ahead):
    yield Figure(f"clocks, {name}, appends that failed",
                 history.shown([one for one in answers if one.code != 0]), len(answers))
    yield Figure(f"clocks, {name}, appends without the right warning", history.shown(
        [one for one in answers if ("ahead of" in one.said) != is_ahead]), len(answers))
    doctor = workspace.run("doctor")
    yield Figure(f"clocks, {name}, doctor", int((doctor.returncode == 1) != is_ahead), 1)


def refused(name, workspace, answers):
    names = {row.name for row in history.stored(workspace)}
    yield Figure(f"clocks, {name}, appends not refused with 75", history.shown(
        [one for one in answers if one.code != 75 or one.name in names]), len(answers))
    doctor = workspace.run("doctor")
    yield Figure(f"clocks, {name}, doctor", int(doctor.returncode != 1), 1)


def restart(server, workspace, servers, clients):
    """Starts the server again under one clock, and commands under another from now on."""
    server.stop()
    server.start(inner=faketime(servers))
    workspace.prefix = faketime(clients)


def faketime(clock):
    """The command that runs a program under that clock.

    Only the clock of the wall is wrong: deadlines are measured by another one.
    """
    return [] if clock is None else [
        "env", "FAKETIME_DONT_FAKE_MONOTONIC=1", "faketime", "-f", clock]
