"""Runs the programs that say `ready`, wait for a line, and print their laps."""
import json
import subprocess

import process
from works.work import Measured


def measured(name, *commands):
    """What one or several of them that are let go at once did: a second, and how long each took."""
    running = [
        subprocess.Popen(
            [str(word) for word in command], env=process.ENVIRONMENT, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        for command in commands]
    try:
        laps = let_go(running)
    finally:
        for program in running:
            program.kill()
            program.wait()
    rate = sum(lap["count"] * 1e9 / lap["nanoseconds"] for lap in laps)
    return Measured({name: rate}, [each for lap in laps for each in lap["latencies"]])


def let_go(running):
    """The laps of programs that were started."""
    for program in running:
        if program.stdout.readline() != "ready\n":
            raise process.Failed(f"{program.args[0]} {program.args[1]} was not ready")
    for program in running:
        program.stdin.write("\n")
        program.stdin.flush()
    laps = []
    for program in running:
        line = program.stdout.readline()
        if program.wait() != 0:
            raise process.Failed(f"{program.args[0]} {program.args[1]}: {program.returncode}")
        laps += json.loads(line)
    return laps
