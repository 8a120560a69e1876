public import CanonicalJSON

/// A share: exact, or as printed with the bounds that the wording allows.
public enum Share: Hashable, Sendable {
    /// A fraction that the source gives.
    case exact(Fraction)
    /// The wording of the source, with its certain bounds.
    case printed(PrintedShare)
}

/// A share as a source words it, with bounds that may be open.
public struct PrintedShare: FieldRecord, Hashable {
    /// The wording of the source.
    public let printed: String
    /// The minimum.
    public let min: Fraction?
    /// The maximum.
    public let max: Fraction?

    /// Reads the wording and the bounds.
    public init(reading fields: inout FieldReader) {
        printed = fields.required("printed")
        min = fields.optional("min")
        max = fields.optional("max")
        if let min, let max, max < min {
            fields.refuse("max", "max is less than min", hint: "swap them")
        }
    }
}

extension Share: FieldValue {
    /// A fraction, or an object with the printed words.
    public static var shape: Shape { .either(Fraction.shape, PrintedShare.shape) }
    /// The whole.
    public static var placeholder: Share { .exact(.placeholder) }

    /// Reads text as a fraction, an object as a printed share.
    public init?(_ json: JSONView, faults: inout Faults) {
        if json.isObject {
            guard let share = PrintedShare(json, faults: &faults) else { return nil }
            self = .printed(share)
        } else if json.string != nil {
            guard let share = Fraction(json, faults: &faults) else { return nil }
            self = .exact(share)
        } else {
            let hint = "write a fraction, \"3/8\", or {printed: …, min: …, max: …}"
            faults.note(Fault("a share is expected, not \(json.kind)", hint: hint))
            return nil
        }
    }
}
