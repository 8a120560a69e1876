import CanonicalJSON
import CaseModel

/// A link between two events, put together from all that is said of it.
struct SlowLink {
    let event: String
    let relation: String
    let mode: String?
    let to: String
    let basis: String
    let authors: [String]
    let denials: [JSONValue]
    let isCertain: Bool
    /// Whether the event that it names, or that it is asserted of, was retracted.
    let restsOnRetracted: Bool

    /// What one event says of a link.
    private struct Statement {
        let event: String
        let link: JSONObject
        let by: SlowReading.Verdict

        var isCertain: Bool {
            by.isCertain && link.texts("asserted_by").contains { !by.doubtful.contains($0) }
        }
        /// The place in the order: what is certain first, then what rests on most.
        var rank: Int {
            ["explicit", "inferred", "temporal"].firstIndex(of: link["basis"]?.string ?? "")
                .map { isCertain ? $0 : $0 + 3 } ?? 6
        }
    }

    private struct Identity: Hashable {
        let event, relation, to: String
        let mode: String?
    }

    /// The links, in order of event, relation, mode and cause.
    ///
    /// A link between events of which one is not there by the clocks is none.
    static func all(
        _ standing: [SlowReading.Verdict], shown: Set<String>, retracted: Set<String>
    ) -> [SlowLink] {
        let statements = standing.flatMap { verdict -> [Statement] in
            let own = (verdict.event.json["links"]?.array ?? []).compactMap(\.object).map {
                Statement(event: verdict.name, link: $0, by: verdict)
            }
            guard verdict.event.type.name == "link.asserted" else { return own }
            let name = verdict.event.data["event"]?.string ?? ""
            return own + [Statement(event: name, link: verdict.event.data, by: verdict)]
        }
        let there = statements.filter {
            shown.contains($0.event) && shown.contains($0.link["to"]?.string ?? "")
        }
        let groups = Dictionary(grouping: there) {
            Identity(
                event: $0.event, relation: $0.link["relation"]?.string ?? "",
                to: $0.link["to"]?.string ?? "", mode: $0.link["mode"]?.string)
        }
        return groups.map { SlowLink($0, $1, standing, retracted) }.sorted { $0.words < $1.words }
    }

    private init(
        _ identity: Identity, _ statements: [Statement], _ standing: [SlowReading.Verdict],
        _ retracted: Set<String>
    ) {
        (event, relation, mode, to) = (
            identity.event, identity.relation, identity.mode, identity.to
        )
        restsOnRetracted = !retracted.isDisjoint(with: [identity.event, identity.to])
        let best = statements.min { $0.rank < $1.rank }
        basis = best?.link["basis"]?.string ?? ""
        isCertain = best?.isCertain ?? false
        authors = statements.flatMap { $0.link.texts("asserted_by") }.unique
        let own = statements.flatMap { statement in
            statement.link.sources("disputed_by").map { ($0, statement.by) }
        }
        let later = standing.filter { $0.event.type.name == "link.disputed" }.filter {
            let data = $0.event.data
            return data["event"]?.string == identity.event && data["to"]?.string == identity.to
                && data["relation"]?.string == identity.relation
        }
        let said =
            own
            + later.flatMap { one in
                one.event.json.sources("claims").map { ($0, one) }
            }
        denials = said.map(\.0).unique.map { source in
            let voices = said.filter { $0.0 == source }.map(\.1)
            let isSure = voices.contains { $0.isCertain && !$0.doubtful.contains(source) }
            return (["actor": "jo", "source": .string(source)] as JSONObject).sure(isSure)
        }
    }

    var words: String { "\(event) \(relation) \(mode ?? "") \(to)" }

    var likelihood: String? {
        ["explicit": "likely", "inferred": "roughly_even_chance"][basis]
    }

    var members: JSONObject {
        var members: JSONObject = [
            "relation": .string(relation), "mode": mode.map(JSONValue.string) ?? .null,
            "basis": .string(basis), "likelihood": likelihood.map(JSONValue.string) ?? .null,
            "asserted_by": .array(authors.map(JSONValue.string)), "disputed_by": .array(denials),
        ]
        if restsOnRetracted { members["rests_on_retracted"] = true }
        return members
    }
}

extension SlowAnswers {
    /// The chain from the happenings of a case, without its schema.
    func chain(of slug: String) -> JSONObject {
        let there = Set(standing.map(\.name))
        let joined = links.filter { there.contains($0.event) && there.contains($0.to) }
        var reached = Set(
            happenings.filter { $0.event.stream.slug.text == slug }.map(\.name))
        for _ in joined {
            for link in joined where reached.contains(link.event) || reached.contains(link.to) {
                reached.formUnion([link.event, link.to])
            }
        }
        let nodes = ordered.filter { reached.contains($0.name) }
        let arrows = joined.filter { reached.contains($0.event) }
        let calls = nodes.filter {
            ["measure.imposed", "control.taken"].contains($0.event.type.name)
        }
        let likelihoods = arrows.compactMap(\.likelihood)
        let weakest =
            likelihoods.contains("roughly_even_chance") ? "roughly_even_chance" : likelihoods.first
        return [
            "nodes": .array(nodes.map(node)), "links": .array(drawn(arrows, nodes)),
            "retaliations": .integer(
                Int64(arrows.count { $0.mode == "retaliates_for" && $0.basis != "temporal" })),
            "depth": .integer(depth(arrows.filter { $0.relation != "follows" })),
            "weakest": weakest.map(JSONValue.string) ?? .null,
            "acts": .integer(acts(arrows, nodes)), "threats": 0,
            "unanswered": .array(unanswered(calls).map(JSONValue.string)),
        ]
    }

    /// Everybody acts for Acme here, so nothing answers another side: an act is listed while it has
    /// an effect, once a measure.
    private func unanswered(_ calls: [SlowReading.Verdict]) -> [String] {
        let state = SlowState(
            happenings: happenings.map(SlowHappening.init),
            day: reading.asked.asOf.flatMap { April.clocks[$0] })
        let over = ["ban", "cap"].filter { slug in
            state.measures([slug]).contains { line in
                line.hasPrefix("\(slug) ended") || line.hasPrefix("\(slug) suspended")
            }
        }
        let held = RandomRecord.cases.flatMap { state.controls(in: "case/\($0)") }
        var seen: Set<String> = []
        return calls.filter { call in
            guard let measure = call.event.data["measure"]?.string else {
                return held.contains { $0.contains(" by \(call.name) ") }
            }
            return !over.contains(measure) && seen.insert(measure).inserted
        }.map(\.name)
    }

    private func acts(_ arrows: [SlowLink], _ nodes: [SlowReading.Verdict]) -> Int64 {
        let answering = arrows.filter { $0.mode == "retaliates_for" && $0.basis != "temporal" }
        let events = nodes.filter { node in answering.contains { $0.event == node.name } }
        return Int64(
            Set(
                events.map { event in
                    let measure = event.event.data["measure"]?.string
                    return event.event.type.name == "measure.imposed" ? measure ?? "" : event.name
                }
            ).count)
    }

    private func node(_ happening: SlowReading.Verdict) -> JSONValue {
        let node: JSONObject = [
            "event": .string(happening.name), "case": .string(happening.event.stream.slug.text),
            "type": .string(happening.event.type.name),
            "occurred": April.answer(happening.occurred),
            "summary": .string(happening.event.type.isWorld ? "It happens." : ""),
            "by": happening.event.type.isWorld ? ["acme"] : [],
        ]
        return node.sure(happening.isCertain)
    }

    private func drawn(_ arrows: [SlowLink], _ nodes: [SlowReading.Verdict]) -> [JSONValue] {
        let names = nodes.map(\.name)
        // Sorted already by event, relation, mode and cause: of one pair of events only relation
        // and mode are left to order.
        return nodes.flatMap { cause in
            names.flatMap { answer in
                arrows.filter { $0.to == cause.name && $0.event == answer }
            }
        }.compactMap { link in
            guard let cause = nodes.first(where: { $0.name == link.to }),
                let answer = nodes.first(where: { $0.name == link.event })
            else { return nil }
            var members = link.members
            members["from"] = .string(link.to)
            members["to"] = .string(link.event)
            members["days"] = days(cause.occurred, answer.occurred)
            return members.sure(link.isCertain && cause.isCertain && answer.isCertain)
        }
    }

    private func days(_ cause: String?, _ answer: String?) -> JSONValue {
        let (from, to) = (
            cause.flatMap { April.dates[$0] }, answer.flatMap { April.dates[$0] }
        )
        func difference(_ later: Int64?, _ earlier: Int64?) -> JSONValue {
            guard let later, let earlier else { return .null }
            return .integer(later - earlier)
        }
        return [
            "min": difference(to?.first, from?.last), "max": difference(to?.last, from?.first),
        ]
    }

    /// The longest path of links none of which lies on a cycle.
    private func depth(_ arrows: [SlowLink]) -> Int64 {
        let straight = arrows.filter { !leads(from: $0.event, to: $0.to, arrows) }
        func longest(from name: String) -> Int64 {
            straight.filter { $0.to == name }.map { 1 + longest(from: $0.event) }.max() ?? 0
        }
        return straight.map { longest(from: $0.to) }.max() ?? 0
    }

    private func leads(from start: String, to end: String, _ arrows: [SlowLink]) -> Bool {
        var reached: Set = [start]
        for _ in arrows {
            for arrow in arrows where reached.contains(arrow.to) { reached.insert(arrow.event) }
        }
        return reached.contains(end)
    }
}

extension SlowHappening {
    init(_ verdict: SlowReading.Verdict) {
        self.init(
            name: verdict.name, type: verdict.event.type.name, stream: verdict.event.stream.text,
            position: verdict.event.position, occurred: verdict.occurred,
            data: verdict.event.data, isCertain: verdict.isCertain)
    }
}
