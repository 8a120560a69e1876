import CanonicalJSON
import CaseModel

extension Testimonies {
    /// Figures of one metric that are given in different units.
    var mixedFigures: [Lint] {
        let figures = happenings.map(\.event).filter { $0.figure != nil }
        let groups = Dictionary(grouping: figures) { event in
            [event.figure?.of.slug, event.figure?.metric]
        }
        return groups.values.flatMap { group in
            guard let first = group.first, let figure = first.figure else { return [Lint]() }
            return group.dropFirst().compactMap { event in
                guard let unit = event.figure?.value.unit, Unit(unit) != Unit(figure.value.unit)
                else { return nil }
                return Lint(
                    .mixedUnits, event,
                    "\(figure.metric) of \(figure.of) in \(unit); "
                        + "\(first.reference) has it in \(figure.value.unit)", besides: [first])
            }
        }
    }

    /// Values of one field of an event that are given in different units or currencies.
    func mixedClaims(_ standing: EffectiveEvent) -> [Lint] {
        let event = standing.event
        let said = all(on: standing).filter { $0.claim.stance == nil }
        return said.filter { $0.value != nil }.compactMap(\.field?.path).uniqued()
            .compactMap { path in
                let added = said.filter { $0.field?.path == path }.compactMap(\.value)
                let values = [event.view.value(at: path)].compactMap(\.self) + added
                let units = values.compactMap { event.unit(of: $0, at: path) }
                guard Set(units.map { Unit($0) }).count > 1 else { return nil }
                return Lint(
                    .mixedUnits, event, "\(path) in \(units.uniqued().joined(separator: ", "))")
            }
    }
}

extension Event {
    /// The unit or currency of a value of a field; nil if it has none.
    fileprivate func unit(of value: JSONValue, at path: String) -> String? {
        switch type.form(of: path) {
        case Quantity.shape: Quantity(reading: value)?.unit
        case Money.shape: Money(reading: value)?.currency.code
        default: nil
        }
    }
}
