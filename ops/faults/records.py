"""Legal records, each with the commands that are slow on it."""
import json


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
    return path(count, "l", "responds_to")


def implementing(count):
    return path(count, "i", "implements")


def path(count, prefix, relation):
    """Orders, each linked to the one before."""
    for number in range(count):
        to = {"relation": relation, "to": f"acme/{prefix}{number - 1}", "basis": "explicit",
              "asserted_by": ["post"]}
        yield happening(
            f"{prefix}{number}", "measure.imposed", {"measure": f"m-{number}", "kind": "tariff"},
            **({"links": [to]} if number else {}))


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


def parties(count):
    """One measure against very many."""
    for number in range(count // 2):
        yield actor(f"party-{number}")
        yield happening(
            f"p{number}", "measure.imposed", {"measure": "m", "kind": "tariff"},
            actors=[{"actor": f"party-{number}", "role": "target"}])


def uncertain(count):
    """Changes of one measure that all may have been on any day of a month."""
    for number in range(count):
        kind, data = [("measure.imposed", {"measure": "m", "kind": "tariff"}),
                      ("measure.suspended", {"measure": "m"})][number % 2]
        yield happening(f"u{number}", kind, data, occurred="2031-06")


def struck(count):
    """Changes that were all retracted."""
    yield happening("first", "measure.imposed", {"measure": "m", "kind": "tariff"}, occurred="1999-01-01")
    for number in range(count // 2):
        yield happening(f"s{number}", "measure.suspended", {"measure": "m"}, occurred=day(number))
        yield {"stream": "case/acme", "key": f"r{number}", "type": "event.retracted",
               "data": {"event": f"acme/s{number}", "reason": "No."}}


def transfers(count):
    """Quantities of one thing, each handed on."""
    for number in range(count):
        to = {"relation": "responds_to", "to": f"acme/t{number - 1}", "basis": "explicit",
              "asserted_by": ["post"]}
        yield happening(
            f"t{number}", "transfer.made",
            {"item": "works", "quantity": [{"printed": str(number), "value": number, "unit": "chips"}]},
            actors=[{"actor": "works", "role": "asset"}, {"actor": "mill", "role": "actor"}],
            **({"links": [to]} if number else {}))


def denials(count):
    for number in range(count):
        yield happening(
            f"d{number}", "action.taken", {"what": "x"},
            claims=[{"source": "post", "at": f"p{number}"},
                    {"source": "herald", "stance": "denies", "at": "p1"}])


def differences(count):
    for number in range(count // 3):
        yield happening(f"d{number}", "action.taken", {"what": "x"})
        yield {"stream": "case/acme", "key": f"c{number}", "type": "claim.added",
               "claims": [{"source": "herald"}],
               "data": {"event": f"acme/d{number}", "field": "occurred", "value": "2031-05-01"}}
        yield {"stream": "case/acme", "key": f"e{number}", "type": "difference.explained", "no_source": "x",
               "data": {"event": f"acme/d{number}", "field": "occurred", "as": "typo", "note": "n"}}


def misspelt(count):
    """Measures that are suspended under a name that is nearly theirs."""
    for number in range(count // 2):
        yield happening(f"a{number}", "measure.imposed", {"measure": f"measure-{number}", "kind": "tariff"})
        yield happening(f"b{number}", "measure.suspended", {"measure": f"maesure-{number}"})


def people(count):
    for number in range(count // 2):
        yield {"stream": f"actor/p{number}", "key": "registered", "type": "actor.registered",
               "data": {"name": f"Jo Smith{number % 50}", "type": "person"}}
        yield happening(
            f"d{number}", "action.taken", {"what": "x"},
            actors=[{"actor": f"p{number}", "role": "actor"}])


def neighbours(count):
    """Cases behind each other, each linked to the one before."""
    for number in range(count // 2):
        to = {"relation": "responds_to", "to": f"n{number - 1}/deed", "basis": "explicit",
              "asserted_by": ["post"]}
        yield opened(f"n{number}")
        yield happening("deed", "action.taken", {"what": "x"}, stream=f"case/n{number}",
                        **({"links": [to]} if number else {}))


def shared(count):
    """One order under which every case takes something of its own."""
    for number in range(count // 4):
        yield actor(f"plant-{number}")
        yield opened(f"s{number}")
        for key, type in [("taken", "control.taken"), ("back", "control.returned")]:
            yield happening(key, type, {"asset": f"plant-{number}", "measure": "order"},
                            stream=f"case/s{number}", occurred=day(number))


def opened(slug):
    return {"stream": f"case/{slug}", "key": "opened", "type": "case.opened", "data": {"title": slug}}


def linked(count):
    """Orders that each respond to the eight before."""
    for number in range(count):
        links = [
            {"relation": "responds_to", "to": f"acme/k{number - back}", "basis": "explicit",
             "asserted_by": ["post"]}
            for back in range(1, 9) if back <= number]
        yield happening(
            f"k{number}", "measure.imposed", {"measure": f"m-{number}", "kind": "tariff"},
            **({"links": links} if links else {}))


def retellings(count):
    """Sources that each retell the one before, and what they report."""
    for number in range(count // 2):
        more = {"reports": f"r{number - 1}"} if number else {}
        yield {"stream": f"source/r{number}", "key": "captured", "type": "source.captured",
               "data": {"title": f"R{number}", "publisher": "R", "published": "2031-01-02", **more}}
        yield happening(
            f"d{number}", "action.taken", {"what": "x"},
            claims=[{"source": f"r{number}"}, {"source": "post"}])


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
    "parties": (parties, [["why", "acme", "measures.m.on"], ["measures", "m"]]),
    "uncertain": (uncertain, [
        ["why", "acme", "measures.m.status", "--as-of", "2031-06-15"],
        ["why", "acme", "measures.m.perhaps", "--as-of", "2031-06-15"]]),
    "struck": (struck, [["why", "acme", "measures.m"]]),
    "implementing": (implementing, [["chain", "acme/i3"]]),
    "transfers": (transfers, [["chain", "acme/t0"]]),
    "denials": (denials, []),
    "differences": (differences, [["why", "acme", "d0.occurred"]]),
    "misspelt": (misspelt, []),
    "people": (people, []),
    "neighbours": (neighbours, [["chain", "n5"], ["show", "n5"], ["why", "n5", "status"]]),
    "shared": (shared, [["show", "s5"], ["chain", "s5"], ["measures", "order"],
                        ["why", "s5", "measures.order.status"], ["conflicts", "s5"]]),
    "linked": (linked, [["chain", "acme/k5"]]),
    "retellings": (retellings, [["sources", "r5"], ["show", "acme/d5"]]),
}
