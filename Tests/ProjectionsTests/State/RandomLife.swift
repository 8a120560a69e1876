import CanonicalJSON
import CaseModel
import RandomSupport
import Testing

/// A made-up record of what begins, goes on, pauses and ends, in two cases.
struct RandomLife {
    private(set) var history = History()

    static let spans = [
        "2031-04-02/2031-04-15", "2031-04-07/..", "2031-04/2031-04-15",
        "2031-04-07/2031-04-28~",
        "2031-04-02/2031-04",
    ]

    private static let happenings: [(String, JSONObject)] = [
        ("measure.announced", ["measure": "ban", "stage": "proposed"]),
        ("measure.announced", ["measure": "ban", "stage": "adopted"]),
        ("measure.imposed", ["measure": "ban", "kind": "export_ban"]),
        ("measure.imposed", ["measure": "ban", "kind": "tariff", "effective": "2031-04-15"]),
        (
            "measure.imposed",
            ["measure": "ban", "kind": "tariff", "effective": "[2031-04-05..2031-04-10]"]
        ),
        ("measure.imposed", ["measure": "order", "kind": "other", "until": "2031-04-28~"]),
        ("measure.extended", ["measure": "ban", "until": "2031-04-28~"]),
        ("measure.extended", ["measure": "ban", "until": .null]),
        ("measure.extended", ["measure": "ban", "until": "2031-04", "of": "suspension"]),
        ("measure.extended", ["measure": "ban", "until": "2031-04", "of": "non_enforcement"]),
        ("measure.amended", ["measure": "ban", "change": "x", "enforced": false]),
        ("measure.amended", ["measure": "ban", "change": "x", "enforced": true]),
        ("measure.amended", ["measure": "ban", "change": "x", "until": "2031-04-15"]),
        ("measure.suspended", ["measure": "ban"]),
        ("measure.suspended", ["measure": "ban", "until": "2031-04-28~"]),
        ("measure.resumed", ["measure": "ban"]),
        ("measure.ended", ["measure": "ban", "how": "revoked"]),
        ("measure.ended", ["measure": "ban", "how": "expired"]),
        ("control.taken", ["asset": "acme"]),
        ("control.taken", ["asset": "acme", "measure": "order", "until": "2031-04-15"]),
        ("control.taken", ["asset": "acme", "measure": "order"]),
        ("control.returned", ["asset": "acme", "measure": "order"]),
        ("control.returned", ["asset": "acme"]),
        ("control.extended", ["asset": "acme", "until": "2031-04-28~"]),
        ("role.stated", ["person": "jo", "organisation": "acme", "role": "head"]),
        (
            "role.changed",
            ["person": "jo", "organisation": "acme", "role": "head", "how": "suspended"]
        ),
        (
            "role.changed",
            ["person": "jo", "organisation": "acme", "role": "head", "how": "removed"]
        ),
        (
            "role.changed",
            ["person": "jo", "organisation": "acme", "role": "head", "how": "reinstated"]
        ),
        ("party.listed", ["list": "l", "party": "p"]),
        ("party.delisted", ["list": "l", "party": "p"]),
    ]

    init(using generator: inout SplitMix) throws {
        let kinds = ["measure", "control", "role", "party", ""]
        let kind = try #require(kinds.randomElement(using: &generator))
        let pool = RandomLife.happenings.filter { $0.0.hasPrefix(kind) }
        for number in 1...Int.random(in: 2...7, using: &generator) {
            let (type, data) = try #require(pool.randomElement(using: &generator))
            let dates = April.texts + RandomLife.spans
            let date =
                Int.random(in: 0..<9, using: &generator) == 0
                ? nil : dates.randomElement(using: &generator)
            let slug = Int.random(in: 0..<4, using: &generator) == 0 ? "other" : "acme"
            history = try history.inCase(slug).happened("e\(number)", type, date, data)
        }
    }
}
