public import CanonicalJSON
public import CaseModel

/// `cases.chain/1`: a chain of actions and responses.
public struct ChainAnswer: Answer {
    /// The chain.
    public let chain: Chain
    /// The position up to which the log was read.
    public let knownAt: Int64
    /// The registers that the answer refers to.
    public let registers: Registers
    /// The requested clocks.
    public let clocks: Clocks

    /// An answer.
    public init(
        chain: Chain, knownAt: Int64, registers: Registers, clocks: Clocks = .none
    ) {
        self.chain = chain
        self.knownAt = knownAt
        self.registers = registers
        self.clocks = clocks
    }

    /// The answer in the JSON form of its contract.
    public var json: JSONValue {
        let answer: JSONObject = [
            "schema": "cases.chain/1", "known_at": .integer(knownAt),
            "nodes": .array(chain.nodes.map(node)),
            "links": .array(chain.arrows.map(\.answer)),
            "retaliations": .integer(Int64(chain.retaliations)),
            "acts": .integer(Int64(chain.acts)),
            "threats": .integer(Int64(chain.threats)),
            "depth": .integer(Int64(chain.depth)),
            "weakest": .optional(chain.weakest?.rawValue),
            "unanswered": .strings(chain.unanswered.map(\.description)),
        ]
        return .object(answer.answered(by: clocks, registers))
    }

    private func node(_ event: Event) -> JSONValue {
        var node: JSONObject = [
            "event": .event(event.reference),
            "case": .string(event.stream.slug.text),
            "type": .string(event.type.name),
            "occurred": event.body.occurred.answer,
            "summary": .string(event.body.summary ?? ""),
            "by": .slugs(event.actors(in: .actor)),
        ]
        node.markErased(event)
        if chain.unsupported.contains(event.reference) { node["unsupported"] = true }
        return node.marked(certain: !chain.uncertain.contains(event.reference))
    }
}
