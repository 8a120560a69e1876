"""Builds what is measured and finds what it is measured with; Debian's packages have all of it."""
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
CHECKOUT = HERE.parent.parent


class Programs(NamedTuple):
    """Paths of programs."""

    cases: str
    driver: str
    replay: str
    server: Path  # the folder of the server's programs
    psql: str  # the program, not Debian's wrapper of that name, which is a Perl script
    pgbench: str


def build():
    """Builds, and answers where everything is; ends the run where something is missing."""
    subprocess.run([HERE.parent / "install"], check=True, stdout=sys.stderr)
    build = ["swift", "build", "-c", "release", "--static-swift-stdlib"]
    subprocess.run(build, cwd=CHECKOUT, check=True, stdout=sys.stderr)
    folder = Path(output(*build, "--show-bin-path"))
    server = server_folder()
    return Programs(
        str(folder / "cases"), str(folder / "cases-bench"), compiled("replay", folder), server,
        str(server / "psql"), str(server / "pgbench"))


def output(*command):
    return subprocess.run(
        command, cwd=CHECKOUT, check=True, stdout=subprocess.PIPE, text=True).stdout.strip()


def compiled(name, folder):
    """The C program of that name."""
    if not shutil.which("gcc"):
        sys.exit("ops/bench/run: no C compiler here; install it: apt-get install gcc libc6-dev")
    program = str(folder / f"cases-{name}")
    libraries = output("pkg-config", "--cflags", "--libs", "libpq").split()
    subprocess.run(
        ["gcc", "-O2", "-Wall", "-Werror", "-o", program, str(HERE / f"{name}.c"), *libraries],
        check=True)
    return program


def server_folder():
    """The folder of the newest PostgreSQL on this machine that has all that is needed."""
    needed = ["initdb", "pg_ctl", "postgres", "psql", "pgbench"]
    folders = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: int(folder.parent.name))
    if shutil.which("pg_config"):
        folders.insert(0, Path(output("pg_config", "--bindir")))
    for folder in reversed(folders):
        if all(os.access(folder / program, os.X_OK) for program in needed):
            return folder
    sys.exit("ops/bench/run: no PostgreSQL server with pgbench here; install it: "
             "apt-get install postgresql")
