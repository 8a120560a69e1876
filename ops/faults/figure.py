"""What an attack counted."""
from typing import NamedTuple


class Figure(NamedTuple):
    """So many faults in so many tries."""

    name: str
    faults: int
    tries: int
    is_control: bool = False

    @property
    def holds(self):
        """A control must count something, all else nothing; and something must have been tried."""
        return self.tries > 0 and (self.faults > 0) == self.is_control

    def __str__(self):
        expected = " (a control: not 0)" if self.is_control else ""
        verdict = "" if self.holds else "  <-- WRONG"
        return f"{self.name}: {self.faults} of {self.tries}{expected}{verdict}"
