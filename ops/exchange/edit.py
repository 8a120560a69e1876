"""Damages JSON for the negative controls: copies of values in which a text is dropped or changed."""

import json


def edited(value, old, new):
    """A copy in which every text `old` is `new`; left out of its object or list where `new` is None."""
    if isinstance(value, dict):
        return {name: edited(member, old, new) for name, member in value.items()
                if new is not None or member != old}
    if isinstance(value, list):
        return [edited(element, old, new) for element in value if new is not None or element != old]
    return new if value == old and isinstance(value, str) else value


def edit_lines(path, change):
    """Writes JSON Lines again, each after a change."""
    lines = [json.loads(line) for line in path.read_bytes().splitlines()]
    path.write_text("".join(json.dumps(change(line), ensure_ascii=False) + "\n" for line in lines))
