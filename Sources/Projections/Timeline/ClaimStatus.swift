import CaseModel

/// How well an event stands, in the words of the language.
public enum ClaimStatus: String, Hashable, Sendable {
    /// Somebody says so.
    case asserted
    /// Two or more independent sources say so.
    case corroborated
    /// Somebody denies, doubts or contradicts it.
    case disputed
    /// All sources that bear it out were withdrawn.
    case unsupported
    /// It reads differently than it was first recorded.
    case corrected
    /// It no longer counts.
    case retracted

    /// The graver word first: what is retracted, then disputed, then unsupported, then corrected;
    /// dissent is never hidden behind a correction.
    init(
        _ standing: EffectiveEvent, claims: [Claim], isDisputed: Bool, registers: Registers
    ) {
        let supporting = claims.filter(\.supports).map(\.source)
        if standing.retraction != nil {
            self = .retracted
        } else if isDisputed {
            self = .disputed
        } else if standing.isUnsupported {
            self = .unsupported
        } else if !standing.corrections.isEmpty {
            self = .corrected
        } else {
            self = registers.areCorroborating(supporting) ? .corroborated : .asserted
        }
    }
}
