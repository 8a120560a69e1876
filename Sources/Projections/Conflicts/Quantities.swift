import CanonicalJSON
import CaseModel

/// What a number may be at least and at most; an end that is not known is nil.
struct Bounds<Number: Comparable> {
    let min: Number?
    let max: Number?

    /// Whether no number lies within both.
    func isApart(from other: Bounds) -> Bool { isBelow(other) || other.isBelow(self) }

    private func isBelow(_ other: Bounds) -> Bool {
        guard let max, let least = other.min else { return false }
        return max < least
    }
}

extension DecimalNumber {
    /// Exactly this number.
    var bounds: Bounds<DecimalNumber> { Bounds(min: self, max: self) }
}

extension Quantity: Exclusive {
    /// What it may be at least and at most.
    var bounds: Bounds<DecimalNumber> { value?.bounds ?? Bounds(min: min, max: max) }

    /// Different units are never compared.
    func isApart(from other: Quantity) -> Bool {
        Unit(unit) == Unit(other.unit) && bounds.isApart(from: other.bounds)
    }
}

/// The quantities that a field lists, one a unit.
struct Quantities: Exclusive {
    let all: [Quantity]

    init?(reading json: JSONValue) {
        guard let elements = json.array else { return nil }
        all = elements.compactMap { Quantity(reading: $0) }
        guard all.count == elements.count else { return nil }
    }

    func isApart(from other: Quantities) -> Bool {
        all.contains { one in other.all.contains { one.isApart(from: $0) } }
    }
}

/// What is counted; `server` and `servers` are one unit.
struct Unit: Hashable {
    private let word: String

    init(_ text: String) {
        let text = text.lowercased()
        if ["%", "per cent"].contains(text) {
            word = "percent"
        } else if text.hasSuffix("ies") {
            word = text.dropLast(3) + "y"
        } else {
            word = text.hasSuffix("s") ? String(text.dropLast()) : text
        }
    }

    /// The units of a rate: `chips per rack` are chips, for each rack; nil for any other unit.
    var rate: (counted: Unit, each: Unit)? {
        guard let per = word.firstRange(of: " per ") else { return nil }
        return (Unit(String(word[..<per.lowerBound])), Unit(String(word[per.upperBound...])))
    }
}
