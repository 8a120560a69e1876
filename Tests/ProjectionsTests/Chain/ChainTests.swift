import CanonicalJSON
import CaseModel
import Projections
import Testing

@Suite("Chains")
struct ChainTests {
    /// A seizure in one case, an answer to it in another, an answer to that in the first.
    private func exchange() throws -> History {
        try History()
            .happened("warning", "threat.made", "2031-03", ["threatened": "x"])
            .happened(
                "seizure", "control.taken", "2031-04-02", ["asset": "acme"],
                links: [link("follows", "acme/warning", basis: "temporal")]
            )
            .inCase("ban")
            .happened(
                "ban", "measure.imposed", "[2031-04-05..2031-04-14]",
                ["measure": "ban", "kind": "export_ban"],
                by: "china", links: [link("responds_to", "acme/seizure", mode: "retaliates_for")]
            )
            .happened("other", "meeting.held", "2031")
            .inCase("acme")
            .happened(
                "talks", "meeting.held", nil,
                links: [link("pressured_by", "ban/ban", basis: "inferred")])
    }

    private func keys(_ chain: Chain) -> [String] { chain.nodes.map(\.reference.description) }

    @Test("reach causes and answers across cases, from wherever they begin")
    func reach() throws {
        let all = ["acme/warning", "acme/seizure", "ban/ban", "acme/talks"]
        for start in all { #expect(try keys(exchange().chain(start)) == all) }
        #expect(try keys(exchange().chain("ban/other")) == ["ban/other"])
        #expect(try keys(exchange().chain("ban/other", "ban/ban")) == ["ban/other"] + all)
        #expect(try keys(exchange().chain("ban/nowhere")) == [])
    }

    @Test("draw a link from its cause to its answer, with the days that it took")
    func arrows() throws {
        let arrows = try exchange().chain("ban/ban").arrows.map { arrow in
            let identity = arrow.link.identity
            return "\(identity.to) -> \(identity.event): \(arrow.days.phrase)"
        }
        #expect(
            arrows == [
                // From 1 to 31 March on to 2 April.
                "acme/warning -> acme/seizure: 2 to 32 days",
                "acme/seizure -> ban/ban: 3 to 12 days", "ban/ban -> acme/talks: unknown",
            ])
    }

    @Test("count retaliation, the longest path without what only follows, and the weakest link")
    func numbers() throws {
        let chain = try exchange().chain("ban/ban")
        #expect(chain.retaliations == 1)
        #expect(chain.depth == 2)
        #expect(chain.weakest == .roughlyEvenChance)
        #expect(chain.unanswered.map(\.description) == ["ban/ban"])
    }

    @Test("never count as retaliation what only follows in time")
    func temporalRetaliation() throws {
        for (basis, count) in [("temporal", 0), ("inferred", 1), ("explicit", 1)] {
            let history = try History().happened("a", "meeting.held", "2031")
                .happened(
                    "b", "meeting.held", "2032",
                    links: [link("responds_to", "acme/a", mode: "retaliates_for", basis: basis)])
            #expect(try history.chain("acme/a").retaliations == count)
        }
        let complied = try History().happened("a", "meeting.held", "2031")
            .happened(
                "b", "meeting.held", "2032",
                links: [link("responds_to", "acme/a", mode: "complies_with")])
        #expect(try complied.chain("acme/a").retaliations == 0)
    }

    @Test("are as strong as the weakest link that has a likelihood")
    func weakest() throws {
        func weakest(_ links: [JSONValue]) throws -> Likelihood? {
            try History().happened("a", "meeting.held", "2031")
                .happened("b", "meeting.held", "2032")
                .happened("c", "meeting.held", "2033", links: links).chain("acme/c").weakest
        }
        #expect(try weakest([]) == nil)
        #expect(try weakest([link("follows", "acme/a", basis: "temporal")]) == nil)
        #expect(try weakest([link("responds_to", "acme/a")]) == .likely)
        #expect(
            try weakest([
                link("responds_to", "acme/a", likelihood: "almost_certain"),
                link("responds_to", "acme/b", basis: "inferred", likelihood: "very_likely"),
                link("follows", "acme/b", basis: "temporal"),
            ]) == .veryLikely)
    }

    @Test("say which restricting acts no act of another side answers")
    func unanswered() throws {
        let history = try History()
            .happened("a", "measure.imposed", "2031-01", ["measure": "m", "kind": "fine"])
            .happened(
                "b", "control.taken", "2031-02", ["asset": "acme"], by: "china",
                links: [link("responds_to", "acme/a")]
            )
            .happened(
                "own", "statement.made", "2031-02", ["mode": "comment", "content": "Lawful."],
                by: "china", links: [link("responds_to", "acme/b")]
            )
            .happened(
                "c", "party.listed", "2031-03", ["list": "l", "party": "p"],
                links: [link("pressured_by", "acme/b")]
            )
            .happened(
                "d", "measure.announced", "2031-04", ["measure": "n", "stage": "proposed"],
                links: [link("supersedes", "acme/c")])
        let open = try history.chain("acme/a").unanswered.map(\.description)
        #expect(open == ["acme/b", "acme/c"])
        #expect(try history.retracted("acme/b", as: "x").chain("acme/a").unanswered.count == 1)
    }

    @Test("count an act as unanswered only while it has an effect")
    func effect() throws {
        func open(_ type: String, _ data: JSONObject, _ end: String, _ how: JSONObject) throws
            -> [String]
        {
            let history = try History()
                .happened("a", type, "2031-01", data)
                .happened("z", "meeting.held", "2031-02", links: [link("follows", "acme/a")])
            let before = try history.chain("acme/a").unanswered.map(\.description)
            let after = try history.happened("b", end, "2031-03", how).chain("acme/a").unanswered
            return before + ["then"] + after.map(\.description)
        }
        let ban: JSONObject = ["measure": "m", "kind": "fine"]
        let only: JSONObject = ["measure": "m"]
        let ended: JSONObject = ["measure": "m", "how": "revoked"]
        let place: JSONObject = ["list": "l", "party": "p"]
        let asset: JSONObject = ["asset": "acme"]
        for said in [
            try open("measure.imposed", ban, "measure.ended", ended),
            try open("measure.imposed", ban, "measure.suspended", only),
            try open("party.listed", place, "party.delisted", place),
            try open("control.taken", asset, "control.returned", asset),
        ] { #expect(said == ["acme/a", "then"]) }
    }

    @Test("take an answer to what an act implements, or to what implements it, for an answer to it")
    func implementing() throws {
        let rule = try History()
            .happened("rule", "measure.imposed", "2031-01", ["measure": "m", "kind": "fine"])
            .happened(
                "listing", "party.listed", "2031-01", ["list": "l", "party": "p"],
                links: [link("implements", "acme/rule")]
            )
            .happened(
                "other", "party.listed", "2031-01", ["list": "l", "party": "q"],
                links: [link("implements", "acme/rule")])
        func open(_ answered: String) throws -> [String] {
            try rule.happened(
                "answer", "meeting.held", "2031-02", by: "china",
                links: [link("responds_to", "acme/\(answered)")]
            ).chain("acme/rule").unanswered.map(\.description)
        }
        #expect(try open("rule") == [])
        #expect(try open("listing") == ["acme/other"])
    }

    @Test("take what only follows for no answer, whatever it is called")
    func temporal() throws {
        for (basis, open) in [("temporal", ["acme/a"]), ("inferred", [])] {
            let chain = try History()
                .happened("a", "measure.imposed", "2031-01", ["measure": "m", "kind": "fine"])
                .happened(
                    "b", "meeting.held", "2031-02", by: "china",
                    links: [link("responds_to", "acme/a", basis: basis)]
                ).chain("acme/a")
            #expect(chain.unanswered.map(\.description) == open)
        }
    }

    @Test("take being put on a white list for a favour, and being struck off it for the harm")
    func whiteList() throws {
        let place: JSONObject = ["list": "white", "party": "p"]
        let register: JSONObject = ["data": ["name": "White list", "direction": "eases"]]
        let struck = try History()
            .adding("list.registered", "registered", register, in: "list/white")
            .happened("off", "party.delisted", "2031-01", place)
        #expect(try struck.chain("acme/off").unanswered.map(\.description) == ["acme/off"])
        let back = try struck.happened("on", "party.listed", "2031-02", place)
        #expect(try back.chain("acme/off", "acme/on").unanswered == [])
    }

    @Test("count the announcing and the imposing of one measure as one act, and threats apart")
    func acts() throws {
        func answer(_ key: String, _ type: String, _ data: JSONObject, _ history: History) throws
            -> History
        {
            try history.happened(
                key, type, "2031-02", data, by: "china",
                links: [link("responds_to", "acme/a", mode: "retaliates_for")])
        }
        var history = try History()
            .happened("a", "measure.imposed", "2031-01", ["measure": "m", "kind": "fine"])
        history = try answer(
            "plan", "measure.announced", ["measure": "k", "stage": "adopted"], history)
        history = try answer(
            "tariff", "measure.imposed", ["measure": "k", "kind": "tariff"], history)
        history = try answer("threat", "threat.made", ["threatened": "more"], history)
        history = try answer("deed", "action.taken", ["what": "It stops ships."], history)
        let chain = try history.chain("acme/a")
        #expect(chain.retaliations == 4)
        #expect(chain.acts == 2)
        #expect(chain.threats == 1)
    }

    @Test("of a whole case draw what is linked, and count the rest")
    func drawn() throws {
        let history = try exchange().happened("alone", "meeting.held", "2031")
        let chain = try history.chain("acme/seizure", "acme/alone")
        #expect(chain.nodes.count - chain.drawn.count == 1)
        #expect(!chain.drawn.map(\.reference.description).contains("acme/alone"))
        #expect(try history.chain("acme/alone").drawn.count == 1)
    }

    @Test("do not lead through an event that was retracted")
    func retracted() throws {
        let history = try exchange().retracted("acme/seizure", as: "undo")
        #expect(try keys(history.chain("acme/warning")) == ["acme/warning"])
        #expect(try keys(history.chain("ban/ban")) == ["ban/ban", "acme/talks"])
        #expect(try keys(history.chain("acme/seizure")) == [])
        let fork = try History().happened("middle", "meeting.held", "2031")
            .happened("a", "meeting.held", "2032", links: [link("responds_to", "acme/middle")])
            .happened("b", "meeting.held", "2033", links: [link("responds_to", "acme/middle")])
        #expect(try keys(fork.chain("acme/a")) == ["acme/middle", "acme/a", "acme/b"])
        #expect(try keys(fork.retracted("acme/middle", as: "undo").chain("acme/a")) == ["acme/a"])
    }

    @Test("keep events that cause each other, and links in circles are no depth")
    func cycles() throws {
        let history = try History()
            .happened("a", "meeting.held", "2031", links: [link("enabled_by", "acme/c")])
            .happened("b", "meeting.held", "2032", links: [link("responds_to", "acme/a")])
            .happened("c", "meeting.held", "2033", links: [link("responds_to", "acme/b")])
            .happened("d", "meeting.held", "2034", links: [link("responds_to", "acme/c")])
            .happened("self", "meeting.held", "2035", links: [link("supersedes", "acme/self")])
        let chain = try history.chain("acme/a")
        #expect(keys(chain) == ["acme/a", "acme/b", "acme/c", "acme/d"])
        #expect(chain.arrows.count == 4)
        #expect(chain.depth == 1)
        #expect(try history.chain("acme/self").arrows.count == 1)
        #expect(try history.chain("acme/self").depth == 0)
    }
}
