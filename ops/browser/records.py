"""Writes the case files that ops/check-pages shows beside Fixtures: one that is long, one that is hostile."""
import json
import pathlib
import sys

EVENTS = 500
REGISTERS = """sources:
  {source}: {{title: {title}, publisher: null, published: 2031-04-02}}
actors:
  {actor}: {{name: {name}, type: state}}
case: {case}
title: {title}
events:
"""
HOSTILE = "<script>alert(1)</script> \"quoted\" & 'so' ]]> --> شركة\u202e" + "W" * 300


def event(key, date, summary, actor, source, link):
    """The lines of an event; texts are written as JSON, which YAML reads."""
    lines = [
        f"  - key: {key}", "    type: action.taken", f"    occurred: {json.dumps(date)}",
        f"    summary: {json.dumps(summary, ensure_ascii=False)}",
        f"    actors: [{{role: actor, actor: {actor}}}]", f"    claims: [{{source: {source}}}]",
        f"    data: {{what: {json.dumps(summary, ensure_ascii=False)}}}",
    ]
    if link:
        lines.append(
            f"    links: [{{relation: responds_to, basis: explicit, likelihood: likely, "
            f"asserted_by: [{source}], to: {link}}}]")
    return "\n".join(lines) + "\n"


def long():
    text = REGISTERS.format(
        source="long-gazette", title="A long dispute", actor="long-state", name="Longland", case="long-dispute")
    for number in range(1, EVENTS + 1):
        date = f"{2000 + number // 20}-{number % 12 + 1:02}-{number % 28 + 1:02}"
        text += event(
            f"step-{number}", date, f"Step {number} of a long dispute is taken by the government.",
            "long-state", "long-gazette", f"long-dispute/step-{number - 1}" if number % 9 == 0 else None)
    return text


def hostile():
    words = json.dumps(HOSTILE, ensure_ascii=False)
    text = REGISTERS.format(
        source="hostile-gazette", title=words, actor="hostile-state", name=words, case="hostile-case")
    dates = ["..", "2031-04-01/..", "[..2031]", "2031-04~", "{2031-04,2031-06}", "2031-XX-01"]
    for number, date in enumerate(["2031", "2031-04-01/2031-06-01"] + dates[1:4]):
        text += event(f"blow-{number}", date, HOSTILE, "hostile-state", "hostile-gazette", None)
    return text


folder = pathlib.Path(sys.argv[1])
(folder / "long.yaml").write_text(long())
(folder / "hostile.yaml").write_text(hostile())
