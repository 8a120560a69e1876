"""A work, the lines of the table that tell of it, and what is measured for them."""
from typing import NamedTuple, Optional


class Line(NamedTuple):
    """What is told of a work."""

    name: str
    title: str
    unit: str  # a second: events/s, cases/s; or what it takes: s, ms, MB
    bar: Optional[float] = None  # the ratio, or the value in MB, that must be reached
    wanted: Optional[float] = None

    @property
    def is_cost(self):
        """Whether less is better."""
        return self.unit in ("s", "ms", "MB")

    def cost(self, value, events):
        """The same as what one of them costs: microseconds an event or a case; else as it is."""
        if self.unit.endswith("/s"):
            return 1e6 / value
        return value * 1e6 / events if self.unit == "s" else value


class Measured(NamedTuple):
    """One measurement: values by the names of lines, and how many microseconds each piece took."""

    values: dict
    latencies: list = []


class Work:
    """Something that PostgreSQL itself does in one way and `cases` in another.

    `limit(record)` and `ours(record)` measure them once.
    """

    name: str
    lines: list
    warms_up = True  # whether the first round is not counted
    least_rounds = 1

    def leave(self, record):
        """Removes what it made in the database."""
