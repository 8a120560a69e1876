import CanonicalJSON
import CaseModel
import Projections
import Testing

extension History {
    /// Adds a statement that somebody owns a share of something.
    func owns(
        _ owner: String, _ asset: String, _ share: JSONValue?, on day: String? = nil,
        direct: String = "yes", as key: String? = nil, claims: [JSONValue] = [["source": "gazette"]]
    ) throws -> History {
        var data: JSONObject = [
            "owner": .string(owner), "asset": .string(asset), "direct": .string(direct),
        ]
        data["share"] = share
        return try happened(key, "ownership.stated", day, data, claims: claims)
    }

    /// Adds a listing of a party.
    func lists(
        _ party: String, on list: String, day: String? = "2025-03-28", as key: String? = nil,
        claims: [JSONValue] = [["source": "gazette"]]
    ) throws -> History {
        try happened(
            key, "party.listed", day, ["list": .string(list), "party": .string(party)],
            claims: claims)
    }

    /// Registers a list with its programme.
    func list(_ slug: String, programme: String? = nil) throws -> History {
        var data: JSONObject = ["name": .string(slug)]
        data["programme"] = programme.map(JSONValue.string)
        return try adding(
            "list.registered", "registered", ["data": .object(data)], in: "list/\(slug)")
    }

    /// Registers an actor.
    func actor(_ slug: String, ofType type: String = "company") throws -> History {
        try adding(
            "actor.registered", "registered",
            ["data": ["name": .string(slug.uppercased()), "type": .string(type)]],
            in: "actor/\(slug)")
    }

    /// What ties an actor to lists and owners.
    func ties(_ actor: String, asOf day: String? = nil) throws -> ActorTies {
        try network(asOf: day).ties(of: ActorSlug(try #require(Slug(actor))))
    }

    /// What ties all actors to lists and owners.
    func network(
        asOf day: String? = nil, publishedBy published: String? = nil
    ) throws -> ActorNetwork {
        let registers = try standing
        let clocks = Clocks(publishedBy: try published.map { try EDTFDate($0) })
        return ActorNetwork(
            try effective(events, by: clocks, publications: Publications(registers)),
            asOf: try day.map { try EDTFDate($0) }, registers: Registers(registers))
    }

    /// The answer of a rule for an actor.
    func control(
        _ actor: String, by rule: String = "ofac-50-percent", asOf day: String? = "2026-01-15"
    ) throws -> ControlAnswer {
        try #require(
            try ties(actor, asOf: day).control.first { $0.verdict.rule.slug.text == rule })
    }

    /// Whether the rule captures an actor, in the word of the answer.
    func captured(
        _ actor: String, by rule: String = "ofac-50-percent", asOf day: String? = "2026-01-15"
    ) throws -> String {
        try control(actor, by: rule, asOf: day).verdict.isCaptured.captured
    }
}
