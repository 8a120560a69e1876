import CanonicalJSON
import CaseModel

extension Testimonies {
    /// An event that sets an end which is certainly before the beginning: before it takes effect,
    /// or before its own date.
    func earlyEnds(_ standing: EffectiveEvent) -> [Lint] {
        let event = standing.event
        let beginnings = [
            ("effective", event.date(at: "data.effective")), ("dated", event.body.occurred),
        ]
        let details = ["until", "enforced_until"].flatMap { name -> [String] in
            guard let end = event.date(at: "data.\(name)") else { return [] }
            return beginnings.compactMap { word, beginning in
                guard let beginning, end.endsBefore(beginning), !end.sharesDay(with: beginning)
                else { return nil }
                return "\(name) \(end) is before it is \(word), \(beginning)"
            }
        }
        guard !details.isEmpty else { return [] }
        return [Lint(.endsBeforeItBegins, event, details.joined(separator: "; "))]
    }
}

extension Event {
    /// The date in a field of its type; nil if it has none.
    fileprivate func date(at path: String) -> EDTFDate? {
        guard type.form(of: path)?.isDate == true else { return nil }
        return view.value(at: path).flatMap { EDTFDate(reading: $0) }
    }
}

extension Shape {
    /// Whether it is a date, or a date or `null`.
    fileprivate var isDate: Bool { self == EDTFDate.shape || self == .nullable(EDTFDate.shape) }
}
