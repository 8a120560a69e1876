import CanonicalJSON
import RandomSupport

/// A made-up record of measures in several cases, as import lines: what begins, changes and ends on
/// vague dates, what is corrected and retracted, actors that are merged and sources withdrawn.
struct RandomMeasures {
    private(set) var registers: [String] = []
    private(set) var events: [String] = []
    private var number = 0

    static let dates = [
        "2031-04-02", "2031-04-07", "2031-04-15", "2031-04", "2031-04-28~",
        "[2031-04-05..2031-04-10]", "2031-04-02/2031-04-15", "2031-04-07/..", "[..2031-04-08]",
    ]
    private static let measures = (0..<12).map { "measure-\($0)" }
    private static let kinds = ["export_ban", "tariff", "fine"]

    init(cases: Int, happenings: Int, using generator: inout SplitMix) {
        register()
        for number in 0..<cases {
            let name = "case-\(number)"
            add(&events, "case/\(name)", "opened", "case.opened", ["data": ["title": "A case"]])
            for _ in 0..<happenings { happen(in: name, using: &generator) }
        }
    }

    private mutating func register() {
        for (number, country) in ["NL", "CN", "US", "CN", "US", "NL"].enumerated() {
            let data: JSONObject = [
                "name": .string("Actor \(number)"), "type": "company", "country": .string(country),
            ]
            add(
                &registers, "actor/a\(number)", "registered", "actor.registered",
                ["data": .object(data)])
        }
        add(
            &registers, "actor/a5", "merged", "actors.merged",
            ["data": ["into": "a1", "reason": "the same"], "no_source": "seen"])
        for name in ["gazette", "paper"] {
            let data: JSONObject = [
                "title": .string(name), "publisher": .null, "published": "2031",
            ]
            add(
                &registers, "source/\(name)", "captured", "source.captured", ["data": .object(data)]
            )
        }
        add(
            &registers, "source/paper", "withdrawn", "source.withdrawn",
            ["data": ["reason": "it is forged"]])
        for (number, measure) in RandomMeasures.measures.enumerated() where number % 3 == 0 {
            let data: JSONObject = [
                "name": "A measure", "kind": .string(RandomMeasures.kinds[number / 3 % 3]),
                "jurisdiction": .string("a\(number / 3)"),
                "scope": [["scheme": "HS", "code": .string("85\(number).31")]],
            ]
            add(
                &registers, "measure/\(measure)", "registered", "measure.registered",
                ["data": .object(data)])
        }
    }

    private mutating func happen(in name: String, using generator: inout SplitMix) {
        number += 1
        let measure = RandomMeasures.measures.randomElement(using: &generator) ?? ""
        let (type, data) = RandomMeasures.happening(measure, using: &generator)
        let actors = (0..<5).map { "a\($0)" }.shuffled(using: &generator)
        let isDated = Int.random(in: 0..<9, using: &generator) > 0
        let source = Int.random(in: 0..<6, using: &generator) == 0 ? "paper" : "gazette"
        add(
            &events, "case/\(name)", "e\(number)", type,
            [
                "occurred": isDated ? .string(RandomMeasures.date(using: &generator)) : .null,
                "summary": "It happens.", "claims": [["source": .string(source)]],
                "actors": [
                    ["role": "actor", "actor": .string(actors[0])],
                    ["role": "target", "actor": .string(actors[1])],
                ], "data": .object(data),
            ])
        amend("\(name)/e\(number)", in: name, using: &generator)
    }

    private mutating func amend(
        _ event: String, in name: String, using generator: inout SplitMix
    ) {
        var data: JSONObject = ["event": .string(event), "reason": "misreading"]
        switch Int.random(in: 0..<12, using: &generator) {
        case 0:
            data["reason"] = "it was another"
            add(
                &events, "case/\(name)", "r\(number)", "event.retracted",
                ["no_source": "seen", "data": .object(data)])
        case 1:
            data["set"] = ["occurred": .string(RandomMeasures.date(using: &generator))]
            add(
                &events, "case/\(name)", "c\(number)", "event.corrected",
                ["no_source": "seen", "data": .object(data)])
        default: break
        }
    }

    private static func date(using generator: inout SplitMix) -> String {
        dates.randomElement(using: &generator) ?? ""
    }

    private static func happening(
        _ measure: String, using generator: inout SplitMix
    ) -> (String, JSONObject) {
        var data: JSONObject = ["measure": .string(measure)]
        let until = JSONValue.string(date(using: &generator))
        switch Int.random(in: 0..<9, using: &generator) {
        case 0...2:
            data["kind"] = .string(kinds.randomElement(using: &generator) ?? "")
            if Bool.random(using: &generator) { data["until"] = until }
            return ("measure.imposed", data)
        case 3:
            data["stage"] = "proposed"
            return ("measure.announced", data)
        case 4:
            data["until"] = until
            return ("measure.extended", data)
        case 5:
            data["until"] = until
            return ("measure.suspended", data)
        case 6: return ("measure.resumed", data)
        default:
            data["how"] = "revoked"
            return ("measure.ended", data)
        }
    }

    private func add(
        _ lines: inout [String], _ stream: String, _ key: String, _ type: String,
        _ members: JSONObject
    ) {
        var line = members
        line["stream"] = .string(stream)
        line["key"] = .string(key)
        line["type"] = .string(type)
        lines.append(
            String(decoding: JSONValue.object(line).canonicalBytes(), as: UTF8.self))
    }
}
