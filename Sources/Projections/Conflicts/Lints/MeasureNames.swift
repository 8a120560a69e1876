import CaseModel

extension Testimonies {
    /// Slugs that are used for two measures: of two kinds, or of two countries.
    var measuresOfOneName: [Lint] {
        let named = happenings.map(\.event).compactMap { NamedMeasure($0, registers) }
        let groups = Dictionary(grouping: named, by: \.measure)
        return groups.values.flatMap { group -> [Lint] in
            let kind = group.first { $0.kind != nil }
            let country = group.first { !$0.countries.isEmpty }
            return group.compactMap { named in
                let details = [
                    kind.flatMap { named.kindDetail(unlike: $0) },
                    country.flatMap { named.countryDetail(unlike: $0) },
                ].compactMap(\.self)
                guard !details.isEmpty else { return nil }
                let others = [kind, country].compactMap { $0?.event }
                return Lint(
                    .oneNameForTwo, named.event,
                    "the measure \(named.measure) is \(details.joined(separator: ", and is "))",
                    besides: others)
            }
        }
    }
}

/// A measure as described by an event that announces or imposes it.
private struct NamedMeasure {
    let measure: Slug
    let kind: MeasureKind?
    /// The countries of the acting authorities; empty if any of them is unknown.
    let countries: Set<String>
    let event: Event

    init?(_ event: Event, _ registers: Registers) {
        switch event.body.content {
        case .measureAnnounced(let told): (measure, kind) = (told.measure, told.kind)
        case .measureImposed(let told): (measure, kind) = (told.measure, told.kind)
        case .controlTaken(let told):
            guard let slug = told.measure else { return nil }
            (measure, kind) = (slug, told.kind)
        default: return nil
        }
        self.event = event
        let authors = event.body.actors.filter { $0.role == .actor }.map(\.actor)
        let countries = authors.map { registers.authority($0) }
        self.countries = countries.contains(nil) ? [] : Set(countries.compactMap(\.self))
    }

    func kindDetail(unlike first: NamedMeasure) -> String? {
        guard let kind, let other = first.kind, kind != other else { return nil }
        return "of kind \(kind.rawValue), in \(first.event.reference) of kind \(other.rawValue)"
    }

    func countryDetail(unlike first: NamedMeasure) -> String? {
        guard !countries.isEmpty, countries.isDisjoint(with: first.countries) else { return nil }
        let (here, there) = (countries.sorted(), first.countries.sorted())
        return "by \(here.joined(separator: ", ")), in \(first.event.reference) by "
            + there.joined(separator: ", ")
    }
}

extension Registers {
    /// The country of an authority; nil if it is not certain: a coalition acts for several
    /// countries, and an actor without a country may act for any.
    fileprivate func authority(_ actor: ActorSlug) -> String? {
        guard let registered = actors[merges.survivor(of: actor)] ?? actors[actor],
            registered.type != .coalition
        else { return nil }
        return registered.country.flatMap { $0.code == "EU" ? nil : $0.code }
    }
}
