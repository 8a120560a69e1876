public import CanonicalJSON
public import CaseModel

/// `cases.actors/1`, or `cases.actor/1` for a single one: the actors, with their names and cases.
public struct ActorsAnswer: Answer {
    /// The actors, in order of their slugs.
    public let actors: [KnownActor]
    /// Whether a single actor was requested.
    public let isSingle: Bool
    /// What ties each actor to lists and owners.
    public let network: ActorNetwork
    /// The position up to which the log was read.
    public let knownAt: Int64
    /// The registers of the actors and of everything related to them.
    public let registers: Registers
    /// The requested clocks.
    public let clocks: Clocks

    /// An answer as of a position.
    public init(
        actors: [KnownActor], network: ActorNetwork, isSingle: Bool, knownAt: Int64,
        registers: Registers, clocks: Clocks
    ) {
        (self.actors, self.network) = (actors, network)
        self.isSingle = isSingle
        self.knownAt = knownAt
        self.registers = registers
        self.clocks = clocks
    }

    /// The answer in the JSON form of its contract.
    public var json: JSONValue {
        var answer: JSONObject = isSingle ? [:] : ["actors": .array(pieces)]
        if isSingle, let actor = actors.first, let members = actor.answer.object {
            answer = members
            for member in ties(of: actor).members.members { answer[member.name] = member.value }
            answer["names"] = .array(actor.names.map(\.answer))
            answer["roles"] = .array(actor.roles.map { .object($0.answer) })
            answer["events"] = .array(actor.parts.map(\.answer))
        }
        answer["schema"] = isSingle ? "cases.actor/1" : "cases.actors/1"
        answer["known_at"] = .integer(knownAt)
        return .object(answer.answered(by: clocks, registers))
    }
}

extension ActorsAnswer {
    /// What ties an actor to lists and owners.
    public func ties(of actor: KnownActor) -> ActorTies { network.ties(of: actor.slug) }

    /// Each actor with the lists that it is on and the rules that capture it; one of them is a line
    /// of `--format jsonl`.
    public var pieces: [JSONValue] {
        guard !isSingle else { return [json] }
        return actors.map { actor in
            guard var members = actor.answer.object else { return actor.answer }
            members["listings"] = .array(network.listings(of: actor.slug).map(\.answer))
            members["control_by_listed"] = .array(
                network.verdicts(on: actor.slug).map { .object($0.answer) })
            return .object(members)
        }
    }
}

extension KnownActor {
    /// The actor with its names and cases, in the JSON form of its contract.
    public var answer: JSONValue {
        let ids = (register?.ids ?? []).map { ($0.scheme, JSONValue.string($0.id)) }
        var known = JSONObject()
        for (scheme, id) in ids { known[scheme] = id }
        return [
            "actor": .string(slug.slug.text), "aliases": .strings(aliases),
            "cases": .strings(cases.map(\.text)), "country": .optional(register?.country?.code),
            "ids": .object(known), "merged": .strings(merged.map(\.slug.text)),
            "name": .optional(register?.name), "parts": .object(counts),
            "type": .optional(register?.type.rawValue),
        ]
    }

    /// The number of world events in each role, by the word of the role.
    private var counts: JSONObject {
        var counts = JSONObject()
        for role in Role.allCases {
            let count = parts.count { $0.role == role }
            if count > 0 { counts[role.rawValue] = .integer(Int64(count)) }
        }
        return counts
    }
}

extension DatedName {
    fileprivate var answer: JSONValue {
        [
            "events": .strings(events.map(\.description)), "from": from.answerOrNull,
            "language": .optional(language), "name": .string(name),
            "script": .optional(script), "to": to.answerOrNull,
        ]
    }
}

extension KnownActor.Part {
    fileprivate var answer: JSONValue {
        [
            "event": .string(event.description), "occurred": occurred.answer,
            "role": .string(role.rawValue),
        ]
    }
}
