public import CanonicalJSON
public import CaseModel

/// `cases.case/1`: how a case stands.
public struct CaseAnswer: Answer {
    /// The state of the case.
    public let state: CaseState
    /// The position up to which the log was read.
    public let knownAt: Int64
    /// The names of those whom it concerns.
    public let registers: Registers
    /// The clocks that were asked.
    public let clocks: Clocks

    /// An answer as of a position.
    public init(state: CaseState, knownAt: Int64, registers: Registers, clocks: Clocks = .none) {
        self.state = state
        self.knownAt = knownAt
        self.registers = registers
        self.clocks = clocks
    }

    /// The answer as the contract has it.
    public var json: JSONValue {
        var answer = state.members
        answer["schema"] = "cases.case/1"
        answer["known_at"] = .integer(knownAt)
        return .object(answer.answered(by: clocks, registers))
    }
}
