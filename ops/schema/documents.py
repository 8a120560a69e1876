"""Documents to ask import and schema about: right ones, ones with one fault each, and random ones."""

import copy
import random

# What a value is replaced by: every kind of JSON, and texts that are right in few fields only.
VALUES = [
    None, True, 7, -3, 2**53, "", " ", "x", "Ä", "a\u0007b", "2031-13", "2031-04-31", "[2031..2032]", "2031/2030",
    "Acme", "acme-seizure/key", "source", "source/analyst", "acme#0", "1/0", "3/2", "01", "1.50", "UK", "B7",
    "a" * 81, [], {}, [7], [[]], {"x": 1}, {"printed": "ten", "unit": "lamps"},
]


def paths(value, path=()):
    """The path of every value within a value, the outermost first."""
    yield path
    if isinstance(value, dict):
        for name in value:
            yield from paths(value[name], path + (name,))
    elif isinstance(value, list):
        for index, element in enumerate(value[:1]):
            yield from paths(element, path + (index,))


def holder(document, path):
    """The list or object that holds the value at a path."""
    for step in path[:-1]:
        document = document[step]
    return document


def changed(document, path, change):
    """A copy of a document in which `change` was applied to what holds the value at a path."""
    made = copy.deepcopy(document)
    change(holder(made, path), path[-1])
    return made


def with_one_fault(document, fixed=()):
    """The document with one value left out, replaced, misspelt or added, at every place in turn."""
    for path in paths(document):
        if not path:
            continue
        if path[0] not in fixed:
            yield changed(document, path, lambda at, step: at.pop(step))
            for value in VALUES:
                yield changed(document, path, lambda at, step: at.__setitem__(step, value))
        if isinstance(path[-1], str):
            yield changed(document, path, lambda at, step: at.__setitem__(step + "s", at.pop(step)))
            yield changed(document, path, lambda at, step: at.__setitem__("colour", "red"))


def pools(documents):
    """Every value that the documents have for a member of a name."""
    found = {}
    for document in documents:
        for path in paths(document):
            if path and isinstance(path[-1], str):
                value = document
                for step in path:
                    value = value[step]
                found.setdefault(path[-1], []).append(value)
    return found


def mixed(documents, count, seed):
    """Documents in which some members are left out, taken from others, or put in the place of others."""
    source = random.Random(seed)
    known = pools(documents)
    names = sorted(known)
    for _ in range(count):
        made = copy.deepcopy(source.choice(documents))
        for _ in range(source.randint(0, 3)):
            path = source.choice([path for path in paths(made) if path and isinstance(path[-1], str)])
            at = holder(made, path)
            what = source.randint(0, 3)
            if what == 0:
                at.pop(path[-1])
            elif what == 1:
                at[path[-1]] = copy.deepcopy(source.choice(known[path[-1]]))
            elif what == 2:
                at[path[-1]] = copy.deepcopy(source.choice(known[source.choice(names)]))
            else:
                name = source.choice(names)
                at[name] = copy.deepcopy(source.choice(known[name]))
            if not made:
                break
        yield made
