"""Measures each work and its limit in turn: limit, ours, limit, ours …"""
import sys
from typing import NamedTuple


class Round(NamedTuple):
    """One measurement of the limit, and the one of ours right after it."""

    limit: object
    ours: object


def measure(works, record, rounds):
    """All rounds of each work."""
    return {work.name: (work, measure_one(work, record, rounds)) for work in works}


def measure_one(work, record, rounds):
    record.server.settle()
    if work.warms_up:
        one(work, record)
    done = []
    for number in range(max(rounds, work.least_rounds)):
        done.append(one(work, record))
        tell(work, record, number + 1, done[-1])
    work.leave(record)
    return done


def one(work, record):
    return Round(work.limit(record), work.ours(record))


def tell(work, record, number, done):
    """Says how far it is, to people."""
    values = [
        f"{values[line.name]:,.1f}" if line.name in values else "–"
        for line in work.lines for values in (done.limit.values, done.ours.values)]
    print(f"{record.events} events, {work.name}, round {number}: limit and ours "
          f"{', '.join(values)}", file=sys.stderr)
