public import CaseModel

/// A part of a whole as a number to compute with: a reduced fraction of non-negative integers.
///
/// Sums and products are exact as long as both numbers have at most 18 digits. Beyond that they are
/// rounded to twelve decimals in the direction that the caller asks for, so that a lower bound
/// stays a lower bound and an upper bound an upper one.
public struct Portion: Hashable, Sendable {
    /// The number above the line.
    public let numerator: Int64
    /// The number below the line, at least 1.
    public let denominator: Int64

    /// Nothing.
    public static let none = Portion(reduced: 0, 1)
    /// The whole.
    public static let whole = Portion(reduced: 1, 1)

    /// The side to which a number goes that does not fit.
    enum Rounding {
        case down, up
    }

    /// The portion that a recorded fraction denotes.
    public init(_ fraction: Fraction) {
        self.init(UInt128(fraction.numerator), UInt128(fraction.denominator), .down)
    }

    private init(reduced numerator: Int64, _ denominator: Int64) {
        (self.numerator, self.denominator) = (numerator, denominator)
    }

    /// The reduced fraction, rounded if it has more digits than fit; below one million.
    private init(_ numerator: UInt128, _ denominator: UInt128, _ rounding: Rounding) {
        if let (over, under) = Portion.reduced(numerator, denominator) {
            self.init(reduced: over, under)
            return
        }
        let divisor = greatestCommonDivisor(numerator, denominator)
        let (over, under) = (numerator / divisor, denominator / divisor)
        guard max(over, under) > Portion.limit else {
            self.init(reduced: Int64(over), Int64(under))
            return
        }
        let (whole, rest) = over.quotientAndRemainder(dividingBy: under)
        let (part, left) = under.dividingFullWidth(rest.multipliedFullWidth(by: Portion.scale))
        let step: UInt128 = rounding == .up && left > 0 ? 1 : 0
        self.init(whole * Portion.scale + part + step, Portion.scale, rounding)
    }

    /// The reduced fraction of numbers that fit into 64 bits, as nearly all do.
    ///
    /// Dividing longer ones takes ten times as long. Nil for those, and if the result has too many
    /// digits.
    private static func reduced(_ over: UInt128, _ under: UInt128) -> (Int64, Int64)? {
        guard let over = UInt64(exactly: over), let under = UInt64(exactly: under) else {
            return nil
        }
        let divisor = greatestCommonDivisor(over, under)
        let (numerator, denominator) = (over / divisor, under / divisor)
        guard max(numerator, denominator) <= limit else { return nil }
        return (Int64(numerator), Int64(denominator))
    }

    private static let limit: UInt128 = 999_999_999_999_999_999
    private static let scale: UInt128 = 1_000_000_000_000
}

extension Portion: Comparable {
    /// Numerical order.
    public static func < (left: Portion, right: Portion) -> Bool {
        left.over * right.under < right.over * left.under
    }

    private var over: UInt128 { UInt128(numerator) }
    private var under: UInt128 { UInt128(denominator) }
}

extension Portion {
    /// The sum.
    func plus(_ other: Portion, _ rounding: Rounding) -> Portion {
        Portion(over * other.under + other.over * under, under * other.under, rounding)
    }

    /// The difference; nothing if the other is larger.
    func minus(_ other: Portion, _ rounding: Rounding) -> Portion {
        let (minuend, subtrahend) = (over * other.under, other.over * under)
        guard minuend > subtrahend else { return .none }
        return Portion(minuend - subtrahend, under * other.under, rounding)
    }

    /// The product.
    func times(_ other: Portion, _ rounding: Rounding) -> Portion {
        Portion(over * other.over, under * other.under, rounding)
    }

    /// The fraction as it is written in files: `3/8`, `0`, `1`.
    public var text: String { denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)" }
}

/// The greatest common divisor by Euclid; the other number if one is zero.
private func greatestCommonDivisor<Number: UnsignedInteger>(
    _ one: Number, _ other: Number
) -> Number {
    var (one, other) = (one, other)
    while other > 0 { (one, other) = (other, one % other) }
    return max(one, 1)
}

/// What is known of a portion: a lower and an upper bound, which are equal if it is known exactly.
public struct PortionBounds: Hashable, Sendable {
    /// The lower bound.
    public let min: Portion
    /// The upper bound, not below `min`.
    public let max: Portion

    /// Anything from nothing to the whole.
    public static let unknown = PortionBounds(min: .none, max: .whole)

    init(min: Portion, max: Portion) {
        (self.min, self.max) = (min, Swift.max(min, max))
    }

    /// What a stated share says; anything if none is stated.
    init(_ share: Share?) {
        switch share {
        case .exact(let fraction):
            self.init(min: Portion(fraction), max: Portion(fraction))
        case .printed(let printed):
            self.init(
                min: printed.min.map { Portion($0) } ?? .none,
                max: printed.max.map { Portion($0) } ?? .whole)
        case nil: self = .unknown
        }
    }

    /// The narrowest bounds that allow what either of two allows.
    func joined(with other: PortionBounds) -> PortionBounds {
        PortionBounds(min: Swift.min(min, other.min), max: Swift.max(max, other.max))
    }

    /// The bounds with nothing certain: the portion may also be less, down to nothing.
    var doubted: PortionBounds { PortionBounds(min: .none, max: max) }
}
