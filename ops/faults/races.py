"""Thirty-two clients that all expect the same version of a case: one of them may append.

The others must be refused with exit code 3, and the case must be one version further.
"""
from clients import DOCUMENTED
from figure import Figure
from workspace import Workspace

CLIENTS = 32


def figures(options):
    workspace = Workspace("races")
    workspace.done("open", "acme", "--title", "Acme")
    rounds = options.count(100, 4)
    codes = [race(workspace, f"r{nth}", CLIENTS, nth + 1) for nth in range(rounds)]
    yield Figure("races, rounds without exactly one winner",
                 sum(ended.count(0) != 1 for ended in codes), rounds)
    yield Figure("races, losers that were not told of the conflict",
                 sum(code not in (0, 3) for ended in codes for code in ended), rounds * CLIENTS)
    stored = workspace.sql("""
        SELECT version FROM :"workspace".event WHERE stream = 'case/acme' ORDER BY position;""")
    yield Figure("races, versions that are not 1, 2, 3 …", sum(
        int(version) != nth for nth, version in enumerate(stored, start=1)), len(stored))
    yield Figure("races, events that a loser stored", abs(len(stored) - rounds - 1), len(stored))
    codes = race(workspace, "free", 8, None)
    assert set(codes) <= DOCUMENTED, codes
    yield Figure("races, winners beside the first where no version is expected",
                 codes.count(0) - 1, len(codes), is_control=True)


def race(workspace, prefix, clients, version):
    """How the commands of one round ended, which all start at once."""
    expected = [] if version is None else ["--expect-version", str(version)]
    commands = [
        workspace.start("add-event", "acme", "note.added", "--key", f"{prefix}-{nth}",
                        "--set", "text=A note.", *expected)
        for nth in range(clients)]
    for command in commands:
        command.communicate()
    return [command.returncode for command in commands]
