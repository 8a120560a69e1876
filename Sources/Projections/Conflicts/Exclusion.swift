import CanonicalJSON
import CaseModel

extension EventType {
    /// Whether the values of one field are pairwise exclusive.
    func exclude(_ values: [JSONValue], at path: String) -> Bool {
        let said = values.uniqued()
        return said.indices.contains { place in
            said[..<place].contains { areExclusive(said[place], $0, at: path) }
        }
    }

    /// Whether two values cannot both be true of one field.
    ///
    /// `null` is compatible with everything. Dates exclude each other if they have no day in
    /// common, so a month does not contradict one of its days. Quantities, shares and amounts of
    /// money exclude each other if their understood values certainly differ, whatever their
    /// wording; different units cannot be compared. All other values exclude each other if they
    /// differ.
    func areExclusive(_ one: JSONValue, _ other: JSONValue, at path: String) -> Bool {
        guard !one.isNull, !other.isNull, one != other else { return false }
        return switch form(of: path) {
        case EDTFDate.shape: areApart(EDTFDate.self, one, other)
        case Quantity.shape: areApart(Quantity.self, one, other)
        case .list(Quantity.shape): areApart(Quantities.self, one, other)
        case Share.shape: areApart(Share.self, one, other)
        case Money.shape: areApart(Money.self, one, other)
        default: true
        }
    }

    /// The shape of the field at a path; nil if its values are not compared by meaning.
    func form(of path: String) -> Shape? {
        guard path != "occurred" else { return EDTFDate.shape }
        return shape.fields.first { "data.\($0.name)" == path }?.shape
    }

    /// Values that cannot be read count as different.
    private func areApart<Value: Exclusive>(
        _: Value.Type, _ one: JSONValue, _ other: JSONValue
    ) -> Bool {
        guard let one = Value(reading: one), let other = Value(reading: other) else { return true }
        return one.isApart(from: other)
    }
}

/// A value that may be equal to another in meaning although written differently.
protocol Exclusive {
    /// The value in `json`; nil if it is not valid.
    init?(reading json: JSONValue)

    /// Whether the two certainly exclude each other.
    func isApart(from other: Self) -> Bool
}

extension Exclusive where Self: FieldValue {
    init?(reading json: JSONValue) {
        var faults = Faults()
        self.init(json, faults: &faults)
    }
}

extension EDTFDate: Exclusive {
    /// Two times with zones may share a day although they are written with different days.
    func isApart(from other: EDTFDate) -> Bool {
        (endsBefore(other) || other.endsBefore(self)) && !sharesDay(with: other)
    }
}

extension Money: Exclusive {
    /// An approximate amount excludes nothing, because its tolerance is unknown.
    func isApart(from other: Money) -> Bool {
        guard currency == other.currency, approximate != true, other.approximate != true else {
            return false
        }
        return amount.number.bounds.isApart(from: other.amount.number.bounds)
    }
}

extension Share: Exclusive {
    func isApart(from other: Share) -> Bool { bounds.isApart(from: other.bounds) }

    /// The least and the greatest possible value.
    var bounds: Bounds<Fraction> {
        switch self {
        case .exact(let share): Bounds(min: share, max: share)
        case .printed(let share): Bounds(min: share.min, max: share.max)
        }
    }
}
