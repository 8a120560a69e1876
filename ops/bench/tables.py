"""What came out, as tables for people and as JSON for machines."""
import json

from figures import figures, percentiles

HEAD = ["work", "unit", "limit", "ours", "ratio", "bar", "wanted", ""]
LATENCY_HEAD = ["latency in ms", "limit p50", "p95", "p99", "ours p50", "p95", "p99"]


def report(about, results, as_markdown):
    """The tables of one run."""
    parts = [heading(about, as_markdown)]
    for events, works in results.items():
        parts.append(f"{events:,} events")
        parts.append(table([HEAD] + rows(works), as_markdown))
        latencies = latency_rows(works)
        if latencies:
            parts.append(table([LATENCY_HEAD] + latencies, as_markdown))
    return "\n\n".join(parts)


def heading(about, as_markdown):
    lines = [f"{name}: {value}" for name, value in about.items()]
    return "\n".join(f"- {line}" if as_markdown else line for line in lines)


def rows(works):
    """A row a line: medians, and in brackets from the least to the most."""
    found = []
    for work, rounds in works.values():
        for line in work.lines:
            result = figures(line, rounds)
            found.append([
                line.title, line.unit, told(result.limit), told(result.ours),
                told(result.ratio), aim(line, line.bar), aim(line, line.wanted),
                result.standing(line)])
    return found


def latency_rows(works):
    found = []
    for work, rounds in works.values():
        limit, ours = (percentiles(rounds, side) for side in ("limit", "ours"))
        if limit and ours:
            found.append([work.lines[0].title, *[f"{value:.2f}" for value in limit + ours]])
    return found


def told(spread):
    if spread is None:
        return "–"
    return f"{short(spread.median)} ({short(spread.least)}–{short(spread.most)})"


def short(value):
    """Three digits at least, and none that means nothing."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def aim(line, value):
    if value is None:
        return ""
    return f"{'≤' if line.is_cost else '≥'} {value:g}"


def table(cells, as_markdown):
    """Rows of cells, the first of them the head."""
    if as_markdown:
        cells = cells[:1] + [["---"] * len(cells[0])] + cells[1:]
        return "\n".join(f"| {' | '.join(row)} |" for row in cells)
    widths = [max(map(len, column)) for column in zip(*cells)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip()
        for row in cells)


def write_json(path, about, results):
    """Every figure: `cases.bench/1`."""
    runs = [{"events": events, "works": [json_line(line, work, rounds)
                                         for work, rounds in works.values()
                                         for line in work.lines]}
            for events, works in results.items()]
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"schema": "cases.bench/1", "about": about, "runs": runs}, file, indent=1)
        file.write("\n")


def json_line(line, work, rounds):
    result = figures(line, rounds)
    return {
        "name": line.name, "unit": line.unit, "bar": line.bar, "wanted": line.wanted,
        "limit": [each.limit.values.get(line.name) for each in rounds],
        "ours": [each.ours.values[line.name] for each in rounds],
        "ratio": result.ratio and result.ratio.median, "standing": result.standing(line),
        "latencies_ms": {side: percentiles(rounds, side) for side in ("limit", "ours")}
        if line is work.lines[0] else None,
    }
