"""Runs programs to their end, and says how long they took and how much memory they held."""
import os
import signal
import time
from typing import NamedTuple

ENVIRONMENT = {
    name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ
} | {"LC_ALL": "C.UTF-8", "CASES_BY": "bench"}


class Finished(NamedTuple):
    """How a program went."""

    seconds: float
    last_output: float  # seconds until it wrote to standard output for the last time
    peak: int  # most bytes of memory that it held (ru_maxrss)
    output: bytes


class Failed(Exception):
    """A program that did not end well; it has said why on standard error."""


def run(*arguments):
    """Runs a program, from just before it is started to just after it has ended."""
    reading, writing = os.pipe()
    begun = time.monotonic()
    child = os.posix_spawn(
        arguments[0], arguments, ENVIRONMENT, file_actions=[(os.POSIX_SPAWN_DUP2, writing, 1)])
    os.close(writing)
    try:
        output, last_output = drain(reading)
        _, status, usage = os.wait4(child, 0)
    except BaseException:
        os.kill(child, signal.SIGTERM)
        raise
    seconds = time.monotonic() - begun
    if os.waitstatus_to_exitcode(status) != 0:
        raise Failed(f"{' '.join(arguments)}: {os.waitstatus_to_exitcode(status)}")
    return Finished(seconds, last_output - begun, usage.ru_maxrss * 1024, output)


def drain(descriptor):
    """All that is written there, and when the last of it was read."""
    pieces, last = [], time.monotonic()
    with os.fdopen(descriptor, "rb", buffering=0) as pipe:
        while piece := pipe.read(1 << 16):
            pieces.append(piece)
            last = time.monotonic()
    return b"".join(pieces), last
