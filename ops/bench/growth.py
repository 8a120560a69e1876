"""What an event costs as the log grows."""
from figures import figures
from tables import heading, short, table

UNITS = {"events/s": "µs an event", "cases/s": "µs a case", "s": "µs an event"}


def sizes(most):
    """1000 events, ten times as many, and so on."""
    found = [1000]
    while found[-1] * 10 <= most:
        found.append(found[-1] * 10)
    return found


def report(about, results, as_markdown):
    """A row a line: what one costs us at each size, and in brackets the ratio to the limit."""
    head = ["work", "unit", *[f"{events:,} events" for events in results]]
    return "\n\n".join([heading(about, as_markdown), table([head] + rows(results), as_markdown)])


def rows(results):
    first = next(iter(results.values()))
    return [
        [line.title, UNITS.get(line.unit, line.unit),
         *[cell(line, works[name][1], events) for events, works in results.items()]]
        for name, (work, _) in first.items() for line in work.lines]


def cell(line, rounds, events):
    result = figures(line, rounds)
    cost = short(line.cost(result.ours.median, events))
    return f"{cost} ({short(result.ratio.median)})" if result.ratio else cost
