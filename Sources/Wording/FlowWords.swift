import CaseModel
package import Projections

extension TraceAnswer {
    /// Who hands what to whom, or lets it be used.
    package func hands(of step: FlowStep) -> String {
        step.kind == .transfer
            ? "\(name(step.from)) gives \(name(step.to))"
            : "\(name(step.from)) lets \(name(step.to)) use"
    }

    private func name(_ actor: ActorSlug?) -> String {
        actor.map { registers.name(of: $0) } ?? "an unnamed party"
    }

    /// What is remarkable about a step, in words.
    package func words(_ flag: FlowFlag) -> String {
        let party = flag.party.map { registers.name(of: $0) } ?? ""
        let (on, may) = (flag.on ?? "", flag.isCertain ? "is" : "may be")
        switch flag.kind {
        case .listed:
            let list = Slug(on).flatMap { registers.lists[$0]?.name } ?? on
            return "\(party) \(may) on \(list)"
        case .captured: return "\(party) \(may) captured by \(on): listed parties own it"
        case .disputed: return "sources disagree about this step"
        case .linkDisputed: return "disputed: \(on)"
        }
    }
}

extension Trilean {
    /// Whether a check holds, for people.
    package var verdict: String {
        switch self {
        case .yes: "right"
        case .no: "wrong"
        case .unknown: "cannot tell"
        }
    }
}
