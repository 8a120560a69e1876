import CanonicalJSON
import CaseModel
import Projections
import Testing

@Suite("Links")
struct LinkTests {
    private func pair(_ links: [JSONValue]) throws -> History {
        try History().happened("a", "meeting.held", "2031")
            .happened("b", "meeting.held", "2032", links: links)
    }

    private func asserted(
        _ event: String, _ to: String, basis: String, by author: String, as key: String,
        likelihood: JSONValue? = nil, mode: JSONValue? = nil, _ history: History
    ) throws -> History {
        var data: JSONObject = [
            "event": .string(event), "relation": "responds_to", "to": .string(to),
            "basis": .string(basis), "asserted_by": [.string(author)],
        ]
        (data["likelihood"], data["mode"]) = (likelihood, mode)
        return try history.recorded(key, "link.asserted", data)
    }

    @Test("of two authors are one link: authors add up, the best basis counts")
    func twoAuthors() throws {
        let own = try pair([
            link("responds_to", "acme/a", basis: "inferred", by: ["analyst"], deniedBy: "jo")
        ])
        let both = try asserted(
            "acme/b", "acme/a", basis: "explicit", by: "gazette", as: "l", own)
        let arrows = try both.chain("acme/a").arrows
        #expect(arrows.count == 1)
        let link = try #require(arrows.first?.link)
        #expect(link.assertedBy.map(\.text) == ["analyst", "gazette"])
        #expect(link.basis == .explicit)
        #expect(link.likelihood == .likely)
        #expect(link.disputedBy.map(\.actor.description) == ["jo"])
    }

    @Test("carry the legal labels that anybody gives them, each once")
    func labels() throws {
        let label: JSONValue = [
            ["label": "countermeasure", "by": "acme", "source": "letter"]
        ]
        var own = try #require(link("responds_to", "acme/a").object)
        own["characterised_as"] = label
        let history = try pair([.object(own)])
        let both = try history.recorded(
            "l", "link.asserted",
            [
                "event": "acme/b", "relation": "responds_to", "to": "acme/a", "basis": "explicit",
                "asserted_by": ["letter"], "characterised_as": label,
            ])
        let links = ChainAnswer(
            chain: try both.chain("acme/a"), knownAt: 0, registers: Registers()
        ).json
            .object?["links"]?.array
        #expect(links?.map { $0.object?["characterised_as"] } == [label])
        let plain = try pair([link("responds_to", "acme/a")]).chain("acme/a")
        let bare = ChainAnswer(chain: plain, knownAt: 0, registers: Registers()).json
        #expect(bare.object?["links"]?.array?.first?.object?["characterised_as"] == nil)
    }

    @Test("of two authors on one basis are as likely as the more careful one says")
    func twoLikelihoods() throws {
        for (one, other) in [("very_likely", "unlikely"), ("unlikely", "very_likely")] {
            let first = try pair([link("responds_to", "acme/a", likelihood: one)])
            let both = try asserted(
                "acme/b", "acme/a", basis: "explicit", by: "letter", as: "l",
                likelihood: .string(other), first)
            #expect(try both.chain("acme/a").weakest == .unlikely)
        }
    }

    @Test("of another relation, mode or direction are other links")
    func others() throws {
        let history = try pair([
            link("responds_to", "acme/a"), link("responds_to", "acme/a", mode: "mitigates"),
            link("enabled_by", "acme/a"),
        ])
        #expect(try history.chain("acme/a").arrows.count == 3)
        let back = try asserted(
            "acme/a", "acme/b", basis: "explicit", by: "letter", as: "l", history)
        #expect(try back.chain("acme/a").arrows.count == 4)
    }

    @Test("are the same by key, by id and by number")
    func names() throws {
        let history = try pair([link("responds_to", "acme/a")])
        let (a, b) = (history.events[0], history.events[1])
        let names = [
            ("acme/b", a.id.text), (b.id.text, "acme/a"), ("acme#2", "acme#1"),
            (b.id.text.uppercased(), "case/acme/a"),
        ]
        let all = try names.enumerated().reduce(history) { history, name in
            try asserted(
                name.element.0, name.element.1, basis: "explicit", by: "s-\(name.offset)",
                as: "l-\(name.offset)", history)
        }
        let arrows = try all.chain(a.id.text, "acme#2").arrows
        #expect(arrows.count == 1)
        #expect(
            arrows.first?.link.assertedBy.map(\.text) == ["gazette", "s-0", "s-1", "s-2", "s-3"])
    }

    @Test("are found from a beginning that is named by id or number")
    func start() throws {
        let history = try pair([link("responds_to", "acme/a")])
        for name in [history.events[1].id.text, "acme#2", "case/acme/b"] {
            #expect(try history.chain(name).nodes.count == 2)
        }
    }

    @Test("of events without key are named by number")
    func unkeyed() throws {
        let history = try History().happened(nil, "meeting.held", "2031")
        let id = history.events[0].id.text
        let linked = try history.happened(
            nil, "meeting.held", "2032", links: [link("responds_to", id)])
        let arrow = try #require(try linked.chain("acme#1").arrows.first)
        #expect(arrow.link.identity.event.description == "acme#2")
        #expect(arrow.link.identity.to.description == "acme#1")
    }

    @Test("are denied where the denial names them, in every mode, whenever it was recorded")
    func disputed() throws {
        let denial: JSONObject = [
            "event": "acme#2", "relation": "responds_to", "to": "acme/a", "by": "jo",
        ]
        let early = try pair([
            link("responds_to", "acme/a", mode: "mitigates"), link("enabled_by", "acme/a"),
        ]).recorded(
            "no", "link.disputed", denial, claims: [["source": "letter"], ["source": "ruling"]])
        let late = try asserted(
            "acme/b", "acme/a", basis: "explicit", by: "letter", as: "l", early)
        let denials = try late.chain("acme/a").arrows.map { arrow in
            let identity = arrow.link.identity
            let who = arrow.link.disputedBy.map { "\($0.actor) \($0.source)" }
            return "\(identity.relation.rawValue) \(identity.mode?.rawValue ?? "-"): \(who)"
        }
        let both = #"["jo letter", "jo ruling"]"#
        #expect(
            denials == [
                "enabled_by -: []", "responds_to -: \(both)", "responds_to mitigates: \(both)",
            ])
        let undone = try late.retracted("acme/no", as: "undo").chain("acme/a")
        #expect(undone.arrows.allSatisfy { $0.link.disputedBy.isEmpty })
    }

    @Test("to an event that is not at hand join nothing")
    func dangling() throws {
        let history = try pair([link("responds_to", "other/x")])
        #expect(try history.chain("acme/b").arrows.isEmpty)
        #expect(try history.chain("acme/b").nodes.count == 1)
    }

    @Test("stand on the entry of their event in the timeline")
    func timeline() throws {
        let history = try pair([link("responds_to", "acme/a"), link("enabled_by", "acme/a")])
        let relations = try history.entry("b").links.map(\.identity.relation)
        #expect(relations == [.enabledBy, .respondsTo])
        #expect(try history.entry("a").links.isEmpty)
    }
}
