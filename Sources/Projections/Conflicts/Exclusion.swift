import CanonicalJSON
import CaseModel

extension EventType {
    /// Whether no two of these can be true of one field.
    func exclude(_ values: [JSONValue], at path: String) -> Bool {
        let said = values.uniqued()
        return said.indices.contains { place in
            said[..<place].contains { areExclusive(said[place], $0, at: path) }
        }
    }

    /// Whether two values cannot both be true of one field.
    ///
    /// `null` says nothing. Dates exclude each other where they have no day in common: a month does
    /// not contradict one of its days. Quantities, shares and amounts of money do where what they
    /// are understood as certainly differs, however they are printed; in different units they
    /// cannot be compared. All else excludes each other where it differs.
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

    /// The form of the field that a path names; nil where no value of it is compared by meaning.
    func form(of path: String) -> Shape? {
        guard path != "occurred" else { return EDTFDate.shape }
        return shape.fields.first { "data.\($0.name)" == path }?.shape
    }

    /// What cannot be read differs.
    private func areApart<Value: Exclusive>(
        _: Value.Type, _ one: JSONValue, _ other: JSONValue
    ) -> Bool {
        guard let one = Value(reading: one), let other = Value(reading: other) else { return true }
        return one.isApart(from: other)
    }
}

/// A value that may say the same as another one in other words.
protocol Exclusive {
    /// The value that `json` spells; nil where it spells none.
    init?(reading json: JSONValue)

    /// Whether the two certainly cannot both be so.
    func isApart(from other: Self) -> Bool
}

extension Exclusive where Self: FieldValue {
    init?(reading json: JSONValue) {
        var faults = Faults()
        self.init(json, faults: &faults)
    }
}

extension EDTFDate: Exclusive {
    /// Two times with a zone may have a day in common though they are written with different days.
    func isApart(from other: EDTFDate) -> Bool {
        (endsBefore(other) || other.endsBefore(self)) && !sharesDay(with: other)
    }
}

extension Money: Exclusive {
    /// An approximate amount excludes nothing: how far it may be off nobody says.
    func isApart(from other: Money) -> Bool {
        guard currency == other.currency, approximate != true, other.approximate != true else {
            return false
        }
        return amount.number.bounds.isApart(from: other.amount.number.bounds)
    }
}

extension Share: Exclusive {
    func isApart(from other: Share) -> Bool { bounds.isApart(from: other.bounds) }

    /// What it may be at least and at most.
    var bounds: Bounds<Fraction> {
        switch self {
        case .exact(let share): Bounds(min: share, max: share)
        case .printed(let share): Bounds(min: share.min, max: share.max)
        }
    }
}
