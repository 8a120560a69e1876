import CaseModel

extension Testimonies {
    /// Actors and sources that may be one.
    var lookalikes: [Lint] {
        let pairs = registers.lookalikes
        guard !pairs.isEmpty else { return [] }
        let cases = casesOfActors
        return pairs.compactMap { pair in
            guard let event = pair.streams[0].registration else { return nil }
            let actors = pair.streams.filter { $0.kind == .actor }.map { ActorSlug($0.slug) }
            return Lint(
                event: event, kind: pair.reason.lint, detail: pair.detail, position: nil,
                cases: Set(actors.flatMap { cases[$0] ?? [] }))
        }
    }
}

extension Lookalike.Reason {
    fileprivate var lint: Lint.Kind {
        switch self {
        case .identifier: .oneIdentifierForTwo
        case .name: .alikeNames
        case .address: .oneAddressForTwo
        }
    }
}

extension StreamName {
    /// The event that registers an actor or a source.
    fileprivate var registration: EventReference? {
        EventReference("\(text)/\(kind.firstKey)")
    }
}
