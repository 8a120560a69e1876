public import CanonicalJSON
public import CaseModel

/// `cases.due/1`: what runs out or is due within some days.
public struct DueAnswer: Answer {
    /// The items, in order of their days.
    public let items: [DueItem]
    /// The day from which days are counted.
    public let from: EDTFDate
    /// How many days are asked about.
    public let within: Int64
    /// The position up to which the log was read.
    public let knownAt: Int64
    /// The registers that the answer refers to.
    public let registers: Registers
    /// The requested clocks.
    public let clocks: Clocks

    /// An answer as of a position.
    public init(
        items: [DueItem], from: EDTFDate, within: Int64, knownAt: Int64, registers: Registers,
        clocks: Clocks
    ) {
        (self.items, self.from, self.within) = (items, from, within)
        (self.knownAt, self.registers, self.clocks) = (knownAt, registers, clocks)
    }

    /// The answer in the JSON form of its contract.
    public var json: JSONValue {
        let answer: JSONObject = [
            "due": .array(pieces), "from": .string(from.text), "known_at": .integer(knownAt),
            "schema": "cases.due/1", "within_days": .integer(within),
        ]
        return .object(answer.answered(by: clocks, registers))
    }

    /// The items; one of them is a line of `--format jsonl`.
    public var pieces: [JSONValue] { items.map(\.answer) }
}

extension DueItem {
    fileprivate var answer: JSONValue {
        var members: JSONObject = [
            "case": .string(`case`.text), "date": Optional(date).answer, "days": days.answer,
            "set_by": .event(setBy), "subject": .string(subject), "what": .string(kind.rawValue),
        ]
        if isOverdue { members["overdue"] = true }
        return members.marked(certain: isCertain)
    }

    /// Whether its day has certainly passed, and no end is recorded.
    public var isOverdue: Bool { (days.max ?? 0) < 0 }
}

extension DueAnswer {
    /// What runs out or is due, in words.
    public func title(_ item: DueItem) -> String {
        switch item.kind {
        case .measure: "\(measure(item)) is to end"
        case .suspension: "the suspension of \(measure(item)) is to end"
        case .nonEnforcement: "\(measure(item)) is to be enforced again"
        case .control: "the control of \(actor(item)) is to end"
        case .licence: "a licence is to end: \(item.subject)"
        case .deadline: item.subject
        case .foretold: "foretold: \(item.summary ?? item.subject)"
        }
    }

    private func measure(_ item: DueItem) -> String {
        let name = Slug(item.subject).flatMap { registers.measures[$0]?.name }
        return name.map { "\($0) (\(item.subject))" } ?? item.subject
    }

    private func actor(_ item: DueItem) -> String {
        Slug(item.subject).map { registers.name(of: ActorSlug($0)) } ?? item.subject
    }
}

/// `cases.answers/1`: who answers whom, how often and how fast.
public struct ResponsesAnswer: Answer {
    /// The pairs of sides.
    public let pairs: [ResponsePair]
    /// The case asked about; nil for all.
    public let `case`: Slug?
    /// The position up to which the log was read.
    public let knownAt: Int64
    /// The registers that the answer refers to.
    public let registers: Registers
    /// The requested clocks.
    public let clocks: Clocks

    /// An answer as of a position.
    public init(
        pairs: [ResponsePair], case: Slug?, knownAt: Int64, registers: Registers, clocks: Clocks
    ) {
        (self.pairs, self.case) = (pairs, `case`)
        (self.knownAt, self.registers, self.clocks) = (knownAt, registers, clocks)
    }

    /// The answer in the JSON form of its contract.
    public var json: JSONValue {
        var answer: JSONObject = [
            "known_at": .integer(knownAt), "pairs": .array(pieces), "schema": "cases.answers/1",
        ]
        answer["case"] = `case`.map { .string($0.text) }
        return .object(answer.answered(by: clocks, registers))
    }

    /// The pairs; one of them is a line of `--format jsonl`.
    public var pieces: [JSONValue] { pairs.map(\.answer) }
}

extension ResponsePair.Answered {
    fileprivate var answer: JSONValue {
        ["days": days.answer, "event": .event(event), "to": .event(to)]
    }
}

extension ResponsePair {
    fileprivate var answer: JSONValue {
        let days: JSONObject = [
            "max": self.days.max.map(JSONValue.integer) ?? .null, "median": median.answer,
            "min": self.days.min.map(JSONValue.integer) ?? .null,
        ]
        return [
            "acts": .integer(Int64(acts)), "by": .string(by), "days": .object(days),
            "disputed": .integer(Int64(disputed)), "links": .array(links.map(\.answer)),
            "retaliations": .integer(Int64(retaliations)),
            "rounds": .integer(Int64(rounds)), "to": .string(to),
        ]
    }
}
