import CanonicalJSON
import CaseModel
import Projections
import RandomSupport
import Testing

@Suite("How a case stands by any day")
struct SlowStateTests {
    @Test(
        "is what the rule says, worked out the slow way",
        arguments: [0x5eed_0070, 0x5eed_0071, 0x5eed_0072, 0x5eed_0073, 0x5eed_0074])
    func agree(seed: UInt64) throws {
        var generator = SplitMix(seed: seed)
        for round in 0..<2_000 {
            let history = try RandomLife(using: &generator).history
            let asked =
                ([nil] + April.clockTexts.map(Optional.some))
                .randomElement(using: &generator) ?? nil
            let (quick, slow) = (try quick(history, asked), slow(history, asked))
            guard quick != slow else { continue }
            let story = history.events.map {
                "\($0.reference) \($0.type.name) \($0.body.occurred?.text ?? "-") "
                    + String(decoding: ($0.json["data"] ?? .null).canonicalBytes(), as: UTF8.self)
            }
            Issue.record(
                """
                seed \(seed), round \(round), as of \(asked ?? "no day"):
                \(story.joined(separator: "\n"))
                quick: \(quick.joined(separator: "\n       "))
                slow:  \(slow.joined(separator: "\n       "))
                """)
            return
        }
    }

    private func quick(_ history: History, _ asked: String?) throws -> [String] {
        let day = try asked.map { try EDTFDate($0) }
        let events = try effective(history.events, by: Clocks(asOf: day))
        let slug = try #require(Slug("acme"))
        let all = Set(["ban", "order"].compactMap { Slug($0) })
        let state = CaseState(of: slug, events, asOf: day, measures: all)
        return state.measures.map(\.line) + state.controls.map(\.line) + state.roles.map(\.line)
            + state.listings.map(\.line)
    }

    private func slow(_ history: History, _ asked: String?) -> [String] {
        let day = asked.flatMap { April.clocks[$0] }
        let happened = history.events.map(SlowHappening.init)
        let whole = SlowState(happenings: happened, day: day)
        let seen = happened.filter { whole.hasCome($0.occurred, $0) != .no }
        let state = SlowState(happenings: seen, day: day)
        let own = SlowState(happenings: seen.filter { $0.stream == "case/acme" }, day: day)
        return state.measures(["ban", "order"]) + state.controls(in: "case/acme")
            + [own.role, own.listing].compactMap(\.self)
    }
}

extension SlowState {
    fileprivate var role: String? {
        let words = [
            "suspended": "suspended", "removed": "removed", "reinstated": "in_office",
            "appointed": "in_office",
        ]
        return status(
            { happening in
                if happening.type == "role.stated" { return ("in_office", false) }
                guard happening.type == "role.changed", let how = happening.data["how"]?.string,
                    let word = words[how]
                else { return nil }
                return (word, how != "appointed")
            }, after: ["in_office": "ended", "suspended": "in_office"])
    }

    fileprivate var listing: String? {
        status(
            { happening in
                switch happening.type {
                case "party.listed": ("listed", false)
                case "party.delisted": ("delisted", true)
                default: nil
                }
            }, after: ["listed": "delisted", "delisted": "listed"])
    }
}

extension SlowHappening {
    fileprivate init(_ event: Event) {
        self.init(
            name: event.reference.description, type: event.type.name, stream: event.stream.text,
            position: event.position, occurred: event.body.occurred?.text,
            data: event.json["data"]?.object ?? [:], isCertain: true)
    }
}

extension Measure {
    fileprivate var line: String {
        let perhaps = perhaps.map {
            "\($0.status) \($0.how ?? "") since \($0.since?.text ?? "-") until "
                + "\($0.until?.text ?? "-") \($0.isEnforced ?? isEnforced) by \($0.setBy)"
        }
        return "\(slug) \(status.word) \(status.how?.rawValue ?? "") since \(since?.text ?? "-") "
            + "until \(until?.text ?? "-") \(isEnforced) by \(setBy) \(isCertain) \(perhaps)"
    }
}

extension Control {
    fileprivate var line: String {
        let perhaps = perhaps.map { possibility in
            let until =
                possibility.status == "taken" ? " until \(possibility.until?.text ?? "-")" : ""
            return possibility.status + until + " by \(possibility.setBy)"
        }
        return "since \(since?.text ?? "-") until \(until?.text ?? "-") by \(setBy) \(perhaps)"
    }
}

extension HeldRole {
    fileprivate var line: String {
        let perhaps = perhaps.map {
            "\($0.status) since \($0.since?.text ?? "-") by \($0.setBy)"
        }
        return "\(status.rawValue) since \(since?.text ?? "-") by \(setBy) \(isCertain) \(perhaps)"
    }
}

extension Listing {
    fileprivate var line: String {
        let perhaps = perhaps.map {
            "\($0.status) since \($0.since?.text ?? "-") by \($0.setBy)"
        }
        return "\(status) since \(since?.text ?? "-") by \(setBy) \(isCertain) \(perhaps)"
    }
}
