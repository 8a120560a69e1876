/// What the contract makes of the seizure of Acme.
let expectedTimeline = #"""
    {
      "schema": "cases.timeline/1", "cases": ["acme-seizure"], "known_at": 6,
      "entries": [
        {
          "event": "acme-seizure/warning", "id": "a1c81f82-2662-503c-911b-51583606971b",
          "position": 4, "case": "acme-seizure", "type": "threat.made",
          "occurred": {"edtf": "2031-03", "kind": "point",
                       "earliest": "2031-03-01", "latest": "2031-03-31"},
          "published": {"edtf": "2031-04-02", "kind": "point",
                        "earliest": "2031-04-02", "latest": "2031-04-02"},
          "summary": "The ministry warns Acme that it may step in.",
          "actors": [{"role": "actor", "actor": "nl-economy-ministry"},
                     {"role": "target", "actor": "acme"}],
          "sources": ["gazette-2031-04-02"], "status": "asserted", "links": []
        },
        {
          "event": "acme-seizure/seizure", "id": "bd5459e0-2ac7-5abf-bc6d-c979097c67d9",
          "position": 5, "case": "acme-seizure", "type": "control.taken",
          "occurred": {"edtf": "2031-04-02", "kind": "point",
                       "earliest": "2031-04-02", "latest": "2031-04-02"},
          "published": {"edtf": "2031-04-02", "kind": "point",
                        "earliest": "2031-04-02", "latest": "2031-04-02"},
          "summary": "The ministry takes control of Acme.",
          "actors": [{"role": "actor", "actor": "nl-economy-ministry"},
                     {"role": "target", "actor": "acme"}],
          "sources": ["letter", "gazette-2031-04-02"], "status": "corroborated",
          "links": [
            {"to": "acme-seizure/warning", "relation": "responds_to", "mode": null,
             "basis": "inferred", "likelihood": "roughly_even_chance",
             "asserted_by": ["analyst"],
             "disputed_by": [{"actor": "jo", "source": "letter"}]}
          ]
        },
        {
          "event": "acme-seizure#4", "id": "00000000-0006-7707-8707-070707070707",
          "position": 6, "case": "acme-seizure", "type": "role.changed",
          "occurred": {"edtf": null, "kind": "point", "earliest": null, "latest": null},
          "published": null, "summary": "A court suspends Jo.",
          "actors": [{"role": "actor", "actor": "court"}],
          "sources": ["letter"], "status": "disputed",
          "dissent": [{"source": "letter", "field": "data.person", "stance": "doubts"}],
          "links": []
        }
      ]
    }
    """#

let expectedState = #"""
    {
      "schema": "cases.case/1", "case": "acme-seizure", "title": "The seizure of Acme",
      "status": "open", "known_at": 6,
      "measures": [
        {
          "measure": "order-31-14", "kind": "control_seizure", "by": ["nl-economy-ministry"],
          "on": ["acme"], "status": "in_force",
          "since": {"edtf": "2031-04-02", "kind": "point",
                    "earliest": "2031-04-02", "latest": "2031-04-02"},
          "until": null, "enforced": true, "enforced_since": null, "enforced_until": null,
          "effective": null, "instrument": null, "jurisdiction": null,
          "direction": "restricts", "amendments": [], "set_by": "acme-seizure/seizure"
        }
      ],
      "inquiries": [],
      "licences": [],
      "controls": [
        {
          "asset": "acme", "by": ["nl-economy-ministry"],
          "since": {"edtf": "2031-04-02", "kind": "point",
                    "earliest": "2031-04-02", "latest": "2031-04-02"},
          "share": "3/8", "scope": "management", "measure": "order-31-14",
          "until": null, "set_by": "acme-seizure/seizure"
        }
      ],
      "roles": [
        {
          "person": "jo", "organisation": "acme", "role": "chief executive",
          "status": "suspended",
          "since": {"edtf": null, "kind": "point", "earliest": null, "latest": null},
          "set_by": "acme-seizure#4"
        }
      ],
      "listings": [],
      "ownership": [],
      "disputes": [
        {"event": "acme-seizure/seizure", "relation": "responds_to",
         "to": "acme-seizure/warning", "field": null, "by": "jo", "source": "letter"},
        {"event": "acme-seizure#4", "relation": null, "to": null, "field": "data.person",
         "by": null, "source": "letter"}
      ],
      "last_event": "acme-seizure/seizure"
    }
    """#

/// From 1 to 31 March on to 2 April are 2 to 32 days.
let expectedChain = #"""
    {
      "schema": "cases.chain/1", "known_at": 9,
      "nodes": [
        {
          "event": "acme-seizure/warning", "case": "acme-seizure", "type": "threat.made",
          "occurred": {"edtf": "2031-03", "kind": "point",
                       "earliest": "2031-03-01", "latest": "2031-03-31"},
          "summary": "The ministry warns Acme that it may step in.",
          "by": ["nl-economy-ministry"]
        },
        {
          "event": "acme-seizure/seizure", "case": "acme-seizure", "type": "control.taken",
          "occurred": {"edtf": "2031-04-02", "kind": "point",
                       "earliest": "2031-04-02", "latest": "2031-04-02"},
          "summary": "The ministry takes control of Acme.", "by": ["nl-economy-ministry"]
        }
      ],
      "links": [
        {
          "from": "acme-seizure/warning", "to": "acme-seizure/seizure",
          "relation": "responds_to", "mode": null, "basis": "inferred",
          "likelihood": "roughly_even_chance", "asserted_by": ["analyst"],
          "disputed_by": [{"actor": "jo", "source": "letter"}], "days": {"min": 2, "max": 32}
        }
      ],
      "retaliations": 0, "acts": 0, "threats": 0, "depth": 1, "weakest": "roughly_even_chance",
      "unanswered": ["acme-seizure/seizure"]
    }
    """#

let expectedEnd = #"""
    [
      {
        "measure": "m", "kind": null, "by": [], "on": [], "status": "ended",
        "how": "lapsed_never_in_force",
        "since": {"edtf": "2031", "kind": "point",
                  "earliest": "2031-01-01", "latest": "2031-12-31"},
        "until": null, "enforced": true, "enforced_since": null, "enforced_until": null,
        "effective": null, "instrument": null, "jurisdiction": null,
        "direction": "restricts", "amendments": [], "set_by": "acme/a"
      }
    ]
    """#

let expectedOwnership = #"""
    [
      {"asset": "acme", "owner": null, "share": null, "direct": null, "undisclosed": true,
       "set_by": "acme/b"},
      {"asset": "acme", "owner": "jo",
       "share": {"printed": "a third or so", "min": "1/4", "max": null}, "direct": "no",
       "undisclosed": false, "set_by": "acme/c"}
    ]
    """#
