import CanonicalJSON

extension History {
    /// A small case in full: a warning, a seizure that somebody denies was its consequence, and the
    /// suspension of a manager, told by two sources.
    static func seizureOfAcme() throws -> History {
        try History().inCase("acme-seizure")
            .source("gazette-2031-04-02", published: "2031-04-02")
            .source("letter", published: nil)
            .recorded("opened", "case.opened", ["title": "The seizure of Acme"])
            .adding("threat.made", "warning", warning, in: "case/acme-seizure")
            .adding("control.taken", "seizure", seizure, in: "case/acme-seizure")
            .adding("role.changed", nil, suspension, in: "case/acme-seizure")
    }

    private static let warning: JSONObject = [
        "occurred": "2031-03", "summary": "The ministry warns Acme that it may step in.",
        "actors": [
            ["role": "actor", "actor": "nl-economy-ministry"], ["role": "target", "actor": "acme"],
        ],
        "claims": [["source": "gazette-2031-04-02", "printed": "last month"]],
        "data": ["threatened": "taking control"],
    ]

    private static let seizure: JSONObject = [
        "occurred": "2031-04-02", "summary": "The ministry takes control of Acme.",
        "actors": [
            ["role": "actor", "actor": "nl-economy-ministry"], ["role": "target", "actor": "acme"],
        ],
        "claims": [["source": "letter"], ["source": "gazette-2031-04-02"]],
        "data": [
            "asset": "acme", "scope": "management", "share": "3/8", "measure": "order-31-14",
            "kind": "control_seizure",
        ],
        "links": [
            [
                "relation": "responds_to", "to": "acme-seizure/warning", "basis": "inferred",
                "asserted_by": ["analyst"], "disputed_by": [["actor": "jo", "source": "letter"]],
            ]
        ],
    ]

    private static let suspension: JSONObject = [
        "occurred": .null, "summary": "A court suspends Jo.",
        "actors": [["role": "actor", "actor": "court"]],
        "claims": [["source": "letter", "stance": "doubts", "field": "person"]],
        "data": [
            "person": "jo", "organisation": "acme", "role": "chief executive", "how": "suspended",
        ],
    ]
}
