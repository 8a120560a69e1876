import CanonicalJSON
import CaseModel

/// The answers that a slow reading gives, each member by its definition.
struct SlowAnswers {
    let reading: SlowReading
    /// What stands and was shown, in order of position.
    let standing: [SlowReading.Verdict]
    let links: [SlowLink]
    private let shown: Set<String>
    private let retracted: Set<String>

    init(_ reading: SlowReading, _ seen: [SlowReading.Verdict]) {
        self.reading = reading
        standing = seen.filter { $0.retraction == nil }
        shown = Set(seen.map(\.name))
        retracted = Set(seen.filter { $0.retraction != nil }.map(\.name))
        links = SlowLink.all(standing, shown: shown, retracted: retracted)
    }

    /// What became of the events that the links of an event name, where they do not count.
    func fates(of verdict: SlowReading.Verdict) -> [EventReference: LinkFate] {
        let links = (verdict.event.json["links"]?.array ?? []).compactMap(\.object)
        var names = links.compactMap { $0["to"]?.string }
        if verdict.event.type.name.hasPrefix("link.") {
            names += ["event", "to"].compactMap { verdict.event.data[$0]?.string }
        }
        var fates: [EventReference: LinkFate] = [:]
        for name in names {
            guard let reference = EventReference(name) else { continue }
            if !shown.contains(name) { fates[reference] = .absent }
            if retracted.contains(name) { fates[reference] = .retracted }
        }
        return fates
    }

    /// The world events, in the order of a timeline.
    var happenings: [SlowReading.Verdict] { ordered.filter(\.event.type.isWorld) }

    /// All events in that order; links may join any of them.
    var ordered: [SlowReading.Verdict] {
        standing.sorted {
            let order = April.order($0.occurred, $1.occurred)
            return order == 0 ? $0.event.position < $1.event.position : order < 0
        }
    }

    /// The members about clocks that every answer has.
    var clockMembers: JSONObject {
        var members: JSONObject = [:]
        members["as_of"] = reading.asked.asOf.map(JSONValue.string)
        members["published_by"] = reading.asked.publishedBy.map(JSONValue.string)
        guard let day = reading.asked.publishedBy.flatMap({ April.clocks[$0] }) else {
            return members
        }
        let doubtful = reading.published.filter { _, date in
            April.dates[date].map { SlowReading.reached($0, by: day) } == .perhaps
        }
        members["undated_sources"] = .array(reading.undated.keys.sorted().map(JSONValue.string))
        members["doubtful_sources"] = .array(doubtful.keys.sorted().map(JSONValue.string))
        return members
    }
}

extension SlowReading.Verdict {
    var occurred: String? { event.json["occurred"]?.string }
    var name: String { event.reference.description }
}

extension JSONObject {
    /// The members, and a mark where they are not certain.
    func sure(_ isCertain: Bool) -> JSONValue {
        var members = self
        if !isCertain { members["certain"] = false }
        return .object(members)
    }
}

extension SlowAnswers {
    /// The entries of the timeline.
    var entries: JSONValue { .array(happenings.map(entry)) }

    private func entry(_ happening: SlowReading.Verdict) -> JSONValue {
        let event = happening.event
        let claims = claims(on: happening)
        let correcting = reading.correcting(happening)
        let sources =
            (claims.compactMap { $0["source"]?.string } + correcting.map(\.source)).unique
        let bearing =
            claims.filter { $0["stance"] == nil }.compactMap { $0["source"]?.string }
            + correcting.filter(\.isBearing).map(\.source)
        let dissent = dissent(on: happening, claims)
        var entry: JSONObject = [
            "event": .string(happening.name), "id": .string(event.id.text),
            "position": .integer(event.position), "case": .string(event.stream.slug.text),
            "type": .string(event.type.name), "occurred": April.answer(happening.occurred),
            "published": published(bearing.isEmpty ? sources : bearing), "summary": "It happens.",
            "actors": [["role": "actor", "actor": "acme"]],
            "sources": .array(sources.map(JSONValue.string)),
            "status": .string(status(happening, claims, isDisputed: !dissent.isEmpty)),
            "links": .array(links(from: happening.name)),
        ]
        if !dissent.isEmpty { entry["dissent"] = .array(dissent.map(JSONValue.object)) }
        return entry.sure(happening.isCertain)
    }

    private func links(from name: String) -> [JSONValue] {
        links.filter { $0.event == name }.map { link in
            var members = link.members
            members["to"] = .string(link.to)
            return members.sure(link.isCertain)
        }
    }

    private func published(_ sources: [String]) -> JSONValue {
        let dates = sources.compactMap { reading.published[$0] }
        let first = dates.min { April.order($0, $1) < 0 }
        return first == nil ? .null : April.answer(first)
    }

    private func status(
        _ happening: SlowReading.Verdict, _ claims: [JSONObject], isDisputed: Bool
    ) -> String {
        if isDisputed { return "disputed" }
        if !happening.corrections.isEmpty { return "corrected" }
        return Set(claims.compactMap { $0["source"]?.string }).count > 1
            ? "corroborated" : "asserted"
    }
}

extension SlowAnswers {
    /// The claims on an event, its own first, each as an answer shows it.
    private func claims(on happening: SlowReading.Verdict) -> [JSONObject] {
        let own = (happening.event.json["claims"]?.array ?? []).compactMap(\.object).map {
            mark($0, !happening.doubtful.contains($0["source"]?.string ?? ""))
        }
        let added = standing.filter { $0.event.type.name == "claim.added" }
            .filter { $0.event.data["event"]?.string == happening.name }
        return own
            + added.flatMap { claim in
                (claim.event.json["claims"]?.array ?? []).compactMap(\.object).map { one in
                    var one = one
                    one["field"] = "occurred"
                    one["value"] = claim.event.data["value"]
                    let isDoubtful = claim.doubtful.contains(one["source"]?.string ?? "")
                    return mark(one, claim.isCertain && !isDoubtful)
                }
            }
    }

    private func mark(_ claim: JSONObject, _ isCertain: Bool) -> JSONObject {
        claim.sure(isCertain).object ?? [:]
    }

    /// Those that doubt the event, and all values for its date where two have no day in common.
    private func dissent(
        on happening: SlowReading.Verdict, _ claims: [JSONObject]
    ) -> [JSONObject] {
        let values = claims.compactMap { $0["value"]?.string }
        let dates = values.isEmpty ? [] : values + [happening.occurred].compactMap(\.self)
        let windows = dates.compactMap { April.dates[$0] }
        let areApart = windows.contains { one in
            windows.contains { other in
                guard let last = one.last, let first = other.first else { return false }
                return last < first
            }
        }
        return claims.filter { $0["stance"] != nil || $0["value"] != nil && areApart }
    }
}

extension [String] {
    /// Each text once, in order of first mention.
    var unique: [String] {
        reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
