"""What a run was asked for: how often each thing is tried, in which form, and the seed of its choices."""
import os
import random
import shutil
from typing import NamedTuple, Optional


class CannotRun(Exception):
    """An attack that this machine cannot carry out. That is never counted as passed."""


class Options(NamedTuple):
    """The options of a run. Every random choice of an attack comes from `random`."""

    times: Optional[int]
    short: bool
    seed: int

    def count(self, usual, short):
        """How often something is tried: as the command line says, or as usual in this form."""
        return self.times or (short if self.short else usual)

    def random(self, name):
        """A generator that depends on nothing but the seed and this name."""
        return random.Random(f"{self.seed} {name}")


def require_root(why):
    if os.geteuid() != 0:
        raise CannotRun(f"only root can {why}")


def require_program(*names):
    for name in names:
        if shutil.which(name) is None:
            raise CannotRun(f"the program {name} is not installed")
