"""Medians, spread, percentiles."""
import statistics
from typing import NamedTuple


class Spread(NamedTuple):
    """A median, and between what the values lie."""

    median: float
    least: float
    most: float


def spread(values):
    """The spread of some values; None where there are none."""
    return Spread(statistics.median(values), min(values), max(values)) if values else None


class Figures(NamedTuple):
    """What came out for one line."""

    limit: object
    ours: Spread
    ratio: object

    def standing(self, line):
        """How it stands to its bar: wanted, bar, or missed; nothing where it has none."""
        reached = self.ratio or self.ours
        if line.bar is None:
            return ""
        if line.wanted is not None and is_reached(reached.median, line.wanted, line):
            return "wanted"
        return "bar" if is_reached(reached.median, line.bar, line) else "missed"


def is_reached(value, aim, line):
    return value <= aim if line.is_cost else value >= aim


def figures(line, rounds):
    """What came out for a line; the ratio is the median of the rounds' own ratios."""
    pairs = [(each.limit.values.get(line.name), each.ours.values[line.name]) for each in rounds]
    limits = [limit for limit, _ in pairs if limit is not None]
    ratios = [ours / limit for limit, ours in pairs if limit is not None]
    return Figures(spread(limits), spread([ours for _, ours in pairs]), spread(ratios))


def percentiles(rounds, side):
    """p50, p95 and p99 of all pieces in milliseconds, each the median of the rounds' own; None
    where none was timed."""
    each = [sorted(getattr(done, side).latencies) for done in rounds]
    if not all(each):
        return None
    return [
        statistics.median(values[min(len(values) - 1, len(values) * percent // 100)] / 1e3
                          for values in each)
        for percent in (50, 95, 99)]
