import TestSupport

/// Two invented cases in which everything happens that a view could get wrong: a correction, a
/// retraction, an erasure, two mergers, a withdrawn source, denials, and dates of every kind.
enum Seizure {
    static let registers = """
        sources:
          gazette: {title: Order 31/14, publisher: Gazette, published: 2031-04-02, authors: [Zoë]}
          herald: {title: The Herald, publisher: The Herald, published: 2031-05, grade: B2}
          leaflet: {title: null, publisher: null, published: null}
          agency: {title: Wire, publisher: Agency, published: 2031-04-20}
          echo: {title: E, publisher: A, published: "[2031-04-21..2031-06-03]", reports: agency}
        actors:
          nl: {name: Netherlands, type: state, country: NL}
          cn: {name: China, type: state, country: CN}
          moc: {name: Ministry of Commerce, type: agency, country: CN, also: [MOC, Trade]}
          mofcom: {name: MOFCOM, type: agency, country: CN, ids: {lei: 5493001KJTIIGC8Y1R12}}
          bureau: {name: The bureau, type: agency, country: CN}
          acme: {name: Acme, type: company, country: NL}
          minister: {name: The minister, type: person, country: NL}

        """

    static let seizure = """
        case: seizure
        title: The seizure of Acme
        events:
          - key: warning
            type: threat.made
            occurred: 2031-03
            summary: A warning.
            actors: [{role: actor, actor: nl}, {role: target, actor: acme}]
            claims: [{source: gazette, at: paragraph 1, printed: last month}]
            data: {threatened: taking control}
          - key: taking
            type: control.taken
            occurred: 2031-04-02
            summary: The ministry takes control of Acme.
            actors: [{role: actor, actor: nl}, {role: target, actor: acme}]
            claims:
              - {source: gazette, at: paragraph 2, quote: is taken over}
              - {source: herald, stance: doubts, field: occurred}
              - {source: agency, stance: foretells, by: 2031-05}
            data: {asset: acme}
            links:
              - relation: follows
                to: seizure/warning
                basis: temporal
                asserted_by: [gazette]
                disputed_by: [{actor: minister, source: herald}]
          - key: other-day
            type: claim.added
            claims: [{source: herald, at: page 3, grade: B2}]
            data: {event: seizure/taking, field: occurred, value: 2031-04-09}
          - key: wrong
            type: statement.made
            occurred: 2031-04-05
            summary: A statement.
            actors: [{role: actor, actor: minister}]
            claims: [{source: leaflet}]
            data: {mode: comment, content: x}
          - key: talks
            type: meeting.held
            occurred: 2031-04-03/2031-04-08
            summary: Talks.
            actors: [{role: participant, actor: moc}, {role: participant, actor: mofcom}]
            claims: [{source: leaflet}]
          - key: old
            type: action.taken
            occurred: null
            summary: It has no date.
            actors: [{role: actor, actor: bureau}]
            no_source: The desk remembers it.
            data: {what: x}
          - key: secret
            type: action.taken
            occurred: 2031-04-04
            summary: Something private.
            actors: [{role: actor, actor: minister}]
            claims: [{source: gazette}]
            data: {what: x}

        """

    static let ban = """
        case: ban
        title: A ban
        events:
          - key: halt
            type: measure.imposed
            occurred: "[2031-04-05..2031-04-08]"
            summary: China suspends exports.
            actors: [{role: actor, actor: cn}, {role: target, actor: acme}]
            claims: [{source: agency}]
            data: {measure: acme-halt, kind: export_suspension}
            links:
              - relation: responds_to
                mode: retaliates_for
                to: seizure/taking
                basis: explicit
                asserted_by: [agency]
              - {relation: follows, to: seizure/wrong, basis: temporal, asserted_by: [analyst]}
          - key: eased
            type: measure.suspended
            occurred: 2031-05-XX
            summary: It is suspended.
            actors: [{role: actor, actor: cn}]
            claims: [{source: echo}]
            data: {measure: acme-halt, until: 2031-12}
          - key: tariff
            type: measure.imposed
            occurred: 2031-06
            summary: A tariff.
            actors: [{role: actor, actor: nl}, {role: target, actor: cn}]
            claims: [{source: herald}]
            data: {measure: nl-tariff, kind: tariff, until: 2032-06}

        """
}

extension Seizure {
    /// What is recorded after the files; `seizure#9` is the first of these, which has no key.
    static let changes: [[String]] = [
        [
            "add-event", "seizure", "action.taken", "--occurred", "2031-04-06", "--summary",
            "It has no key.", "--actor", "nl", "--set", "what=y", "--source", "gazette",
        ],
        [
            "add-event", "ban", "statement.made", "--key", "reply", "--occurred", "2031-07-01",
            "--summary", "A reply.", "--actor", "cn", "--set", "mode=comment", "--set",
            "content=z", "--no-source", "The desk was there.", "--link", "follows=seizure#9",
        ],
        [
            "correct", "seizure/warning", "--set", "occurred=2031-03-20", "--reason",
            "new_information", "--source", "herald",
        ],
        ["retract", "seizure/wrong", "--reason", "It was another."],
        ["import", "merger.jsonl"],
        ["withdraw", "agency", "--reason", "Forged."],
        ["erase", "seizure/secret", "--reason", "A court ordered it.", "--yes"],
    ]

    /// The bureau is the ministry that is MOFCOM.
    static let merger = """
        {"stream":"actor/bureau","key":"merged","type":"actors.merged",\
        "data":{"into":"moc","reason":"One bureau."}}
        {"stream":"actor/moc","key":"merged","type":"actors.merged",\
        "data":{"into":"mofcom","reason":"One ministry."}}

        """
}

extension Desk {
    /// Lends `body` a desk at which the two cases were recorded and changed.
    static func withSeizure(_ body: (Desk) async throws -> Void) async throws {
        try await use { desk in
            try desk.write(Seizure.registers + Seizure.seizure, to: "seizure.yaml")
            try desk.write(Seizure.ban, to: "ban.yaml")
            try desk.write(Seizure.merger, to: "merger.jsonl")
            try await desk.done("import", "seizure.yaml", "ban.yaml")
            for change in Seizure.changes { try await desk.done(change) }
            try await body(desk)
        }
    }
}
