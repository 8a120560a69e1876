"""The checks of history.py, on stored rows that are damaged on purpose: each must count its own damage."""
import history
from clients import send
from figure import Figure
from workspace import Workspace

EVENTS = 8


def figures(options):
    random = options.random("judge")
    workspace = Workspace("judge")
    workspace.done("open", "acme", "--title", "Acme")
    sent = [send(workspace, "acme", f"n{nth}") for nth in range(EVENTS)]
    rows = history.stored(workspace)
    yield from history.figures("judge, undamaged", sent, rows)
    yield Figure("judge, undamaged, against the order of time", len(history.disorder(sent)), EVENTS)
    # Not the first row, which is the opening, and not the last.
    at = random.randrange(1, len(rows) - 1)
    row, after = rows[at], rows[at + 1]
    without = rows[:at] + rows[at + 1:]
    earlier = after._replace(recorded_at=row.recorded_at)
    for name, wrong in [
            ("a row taken out, lost", history.lost(sent, without)),
            ("a row taken out, gap between positions", history.gaps(without)),
            ("a row taken out, gap between versions", history.versions(without)),
            ("a row moved, lost", history.lost(sent, [*without, row._replace(position=99)])),
            ("a row twice, duplicate", history.duplicates([*rows, row])),
            ("a row of another key, ghost", history.ghosts(sent, [*rows, row._replace(key="x")])),
            ("a time twice, order of times", history.times([*rows[:at + 1], earlier])),
            ("answers swapped, order of time", history.disorder(swapped(sent))),
            ("a signal, exit codes", history.undocumented([sent[0]._replace(code=-11)]))]:
        yield Figure(f"judge, {name}", len(wrong), EVENTS, is_control=True)


def swapped(sent):
    """The same with the positions of the first and the last answer exchanged."""
    first, last = sent[0], sent[-1]
    return [first._replace(position=last.position), *sent[1:-1], last._replace(position=first.position)]
