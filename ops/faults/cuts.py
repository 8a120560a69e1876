"""Commands whose connection is cut, and that say of the record what is not so.

The connection of `add-event` is cut after every so many bytes of all that passes in a whole run. What
the command says is compared with what the log holds.
"""
from figure import Figure
from relay import Relay
from workspace import Workspace

NOTHING = "nothing was recorded"


def figures(options):
    times = options.count(200, 20)
    workspace = Workspace("cuts")
    workspace.done("open", "acme", "--title", "Acme")
    ended, length = recorded_through(workspace, "whole", None)
    assert ended.returncode == 0, ended.stderr
    claims = [claim(workspace, f"cut-{nth}", length * nth // times) for nth in range(times)]
    yield Figure("cuts, said that nothing was recorded, and it was",
                 sum(said_nothing and is_there for said_nothing, _, is_there in claims), times)
    yield Figure("cuts, said that it was recorded, and it was not",
                 sum(said_recorded and not is_there for _, said_recorded, is_there in claims), times)
    yield Figure("cuts, said both at once",
                 sum(said_nothing and said_recorded for said_nothing, said_recorded, _ in claims), times)
    yield Figure("cuts, had nothing been recorded after any of them",
                 sum(is_there for *_, is_there in claims), times, is_control=True)


def claim(workspace, key, limit):
    """Whether the command said that nothing, and that something, was recorded; and whether it was."""
    ended, _ = recorded_through(workspace, key, limit)
    is_there = workspace.run("show", f"acme/{key}").returncode == 0
    return NOTHING in ended.stderr, f"acme/{key}" in ended.stdout, is_there


def recorded_through(workspace, key, limit):
    """How a command ended whose connection was cut, and how many bytes had passed."""
    with Relay(workspace.environment["CASES_DB"], limit) as relay:
        ended = workspace.run(
            "add-event", "acme", "note.added", "--key", key, "--set", "text=A note.",
            "--db", relay.address)
        return ended, relay.passed
