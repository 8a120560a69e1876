"""Legal records, and inputs that are refused, over which a command takes too long or too much memory."""
import json
import os
import subprocess
import tempfile
import threading
import time
from pathlib import Path

from figure import Figure
from workspace import Workspace

SECONDS = 10
MEGABYTES = 500
# Of a record of so many events.
EVENTS = 20_000


def figures(times):
    count = times or EVENTS
    for name, (record, commands) in RECORDS.items():
        workspace = Workspace(f"growth_{name}")
        workspace.done("open", "acme", "--title", "Acme")
        lines = [*base(), *record(count)]
        workspace.done("import", "-", "--format", "jsonl", given="".join(map(line, lines)))
        slow = [words for words in commands + READING if exceeds(workspace, words)]
        yield Figure(f"growth, {name}, {len(lines)} events", len(slow), len(commands + READING))
    workspace = Workspace("growth_refused")
    with tempfile.TemporaryDirectory(prefix="growth.") as folder:
        slow = [
            name for name, make in REFUSED.items()
            if exceeds(workspace, refused(folder, name, make, count))]
    yield Figure("growth, refusals", len(slow), len(REFUSED))
    yield Figure(
        "growth, a command that sleeps", int(exceeds(workspace, None)), 1, is_control=True)


READING = [
    ["list"], ["show", "acme"], ["timeline", "acme"], ["chain", "acme"], ["conflicts"],
    ["search", "mill"], ["sources"], ["measures"], ["actors"], ["why", "acme", "status"],
    ["diff", "acme", "--from", "5", "--to", "999999"], ["timeline", "--as-of", "2031-06"],
    ["show", "acme", "--published-by", "2031-06"], ["export", "acme", "--format", "jsonl"],
    ["verify"], ["rebuild", "--check"], ["projections"], ["doctor"],
]


def exceeds(workspace, words):
    """Whether a command takes longer, or more memory, than it may; what it took is printed."""
    command = ["sleep", str(SECONDS + 1)] if words is None else ["cases", *words]
    started = time.monotonic()
    process = subprocess.Popen(
        command, env=workspace.environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL)
    # Beyond the limit it is much, however long it would go on.
    limit = threading.Timer(SECONDS + 0.5, process.kill)
    limit.start()
    _, _, usage = os.wait4(process.pid, 0)
    limit.cancel()
    process.returncode = 0
    seconds, megabytes = time.monotonic() - started, usage.ru_maxrss / 1024
    is_much = seconds > SECONDS or megabytes > MEGABYTES
    if is_much or os.environ.get("CASES_FAULTS_TELL"):
        print(f"  {seconds:6.1f} s {megabytes:6.0f} MB  {' '.join(command)[:100]}", flush=True)
    return is_much


def line(event):
    return json.dumps(event, ensure_ascii=False) + "\n"


def base():
    yield {"stream": "source/post", "key": "captured", "type": "source.captured",
           "data": {"title": "Post", "publisher": "Post", "published": "2031-01-02"}}
    yield {"stream": "source/herald", "key": "captured", "type": "source.captured",
           "data": {"title": "Herald", "publisher": "Herald", "published": "2031-02-02"}}
    for slug in ["mill", "works"]:
        yield actor(slug)


def actor(slug):
    return {"stream": f"actor/{slug}", "key": "registered", "type": "actor.registered",
            "data": {"name": slug.title(), "type": "company"}}


def happening(key, type, data, **more):
    return {"stream": "case/acme", "key": key, "type": type, "occurred": "2031-03-04",
            "summary": "The mill does something.", "actors": [{"actor": "mill", "role": "actor"}],
            "claims": [{"source": "post"}], "data": data, **more}


def day(number):
    """One of the days behind each other."""
    return f"{2000 + number // 336}-{1 + number // 28 % 12:02}-{1 + number % 28:02}"


def owners(count):
    for number in range(count // 4):
        yield actor(f"owner-{number}")
        yield happening(f"o{number}", "ownership.stated",
                        {"asset": "mill", "owner": f"owner-{number}", "share": f"1/{count}", "direct": "yes"})
        yield happening(f"c{number}", "control.taken", {"asset": f"owner-{number}"})
        yield happening(f"m{number}", "measure.imposed", {"measure": f"m-{number}", "kind": "tariff"})


def corrections(count):
    yield happening("deed", "action.taken", {"what": "x"})
    for number in range(count):
        yield {"stream": "case/acme", "key": f"fix-{number}", "type": "event.corrected", "no_source": "A test.",
               "data": {"event": "acme/deed", "set": {"summary": f"Deed {number}."}, "reason": "typo"}}


def retractions(count):
    yield happening("r0", "action.taken", {"what": "x"})
    for number in range(1, count):
        yield {"stream": "case/acme", "key": f"r{number}", "type": "event.retracted",
               "data": {"event": f"acme/r{number - 1}", "reason": "No."}}


def links(count):
    for number in range(count):
        to = {"relation": "responds_to", "to": f"acme/l{number - 1}", "basis": "explicit",
              "asserted_by": ["post"]}
        more = {"links": [to]} if number else {}
        yield happening(f"l{number}", "measure.imposed", {"measure": f"m-{number}", "kind": "tariff"}, **more)


def star(count):
    for number in range(count):
        to = {"relation": "responds_to", "mode": "retaliates_for", "to": "acme/s0",
              "basis": "explicit", "asserted_by": ["post"]}
        more = {"links": [to]} if number else {}
        yield happening(f"s{number}", "party.listed", {"list": "l", "party": "works"}, **more)


def claims(count):
    yield happening("deed", "action.taken", {"what": "x"})
    for number in range(count):
        yield {"stream": "case/acme", "key": f"claim-{number}", "type": "claim.added",
               "claims": [{"source": "herald"}],
               "data": {"event": "acme/deed", "field": "data.what", "value": f"y{number}"}}


def merges(count):
    for number in range(count // 2):
        yield actor(f"a{number}")
    for number in range(1, count // 2):
        yield {"stream": f"actor/a{number}", "key": "merged", "type": "actors.merged",
               "data": {"into": f"a{number - 1}", "reason": "same"}}
    yield happening("deed", "action.taken", {"what": "x"},
                    actors=[{"actor": f"a{count // 2 - 1}", "role": "actor"}])


def figures_of(count):
    for number in range(count):
        yield happening(
            f"f{number}", "figure.reported",
            {"metric": "staff", "of": "mill",
             "value": {"printed": str(number), "value": number, "unit": "people"}})


def lives(count):
    """One measure that is imposed and suspended in turn."""
    for number in range(count):
        kind, data = [("measure.imposed", {"measure": "m", "kind": "tariff"}),
                      ("measure.suspended", {"measure": "m"})][number % 2]
        yield happening(f"v{number}", kind, data, occurred=day(number))


def takings(count):
    for number in range(count):
        kind = ["control.taken", "control.returned"][number % 2]
        data = {"asset": "works", "measure": "order"}
        yield happening(f"t{number}", kind, data, occurred=day(number))


RECORDS = {
    "owners": (owners, [["why", "acme", "measures.m-1.status"]]),
    "corrections": (corrections, [["why", "acme", "deed.summary"], ["show", "acme/deed"]]),
    "retractions": (retractions, [["show", "acme/r0"]]),
    "links": (links, [["chain", "acme/l0"], ["chain", "acme", "--format", "dot"]]),
    "star": (star, [["chain", "acme/s0"], ["why", "acme", "listings.l.works.status"]]),
    "claims": (claims, [["why", "acme", "deed.data.what"], ["show", "acme/deed"]]),
    "merges": (merges, [["actors", "a0"]]),
    "figures": (figures_of, []),
    "lives": (lives, [["why", "acme", "measures.m.status"], ["measures", "m"]]),
    "takings": (takings, [["measures", "order"]]),
}


def refused(folder, name, make, count):
    """A command over an input that is to be refused, in a file of its own."""
    ending = ".jsonl" if name.startswith("line") else ".yaml"
    path = Path(folder) / (name.replace(" ", "-") + ending)
    path.write_text(make(3 * count))
    return ["import", str(path)]


def unknown_names(count):
    event = happening("x", "action.taken", {"what": "x"})
    return line({**event, **{f"name{number}": 1 for number in range(count)}})


def unknown_actors(count):
    actors = [{"actor": f"nobody-{number}", "role": "actor"} for number in range(count // 20)]
    return "".join(
        line(happening(f"x{number}", "action.taken", {"what": "x"}, actors=actors[:20]))
        for number in range(count // 20))


def anchors(count):
    return "case: acme\ntitle: Acme\n" + "".join(
        f"x{number}: &a{number} x\n" for number in range(count))


def aliases(count):
    return "case: acme\ntitle: &a Acme\nlist: [" + ", ".join(["*a"] * count) + "]\n"


def deep(count):
    return "case: acme\ntitle: " + "[" * count + "]" * count + "\n"


def entries(count):
    return "case: acme\ntitle: Acme\nevents:\n" + "".join(
        f"  - {{key: k, type: note.added, data: {{text: x{number}}}}}\n" for number in range(count))


REFUSED = {
    "line of unknown names": unknown_names,
    "lines of unknown actors": unknown_actors,
    "anchors": anchors,
    "aliases": aliases,
    "depth": deep,
    "one key for all": entries,
}
