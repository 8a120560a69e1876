/// A quantity: as printed, and as understood.
///
/// Different units are never added.
public struct Quantity: FieldRecord, Hashable {
    /// The wording of the source.
    public let printed: String
    /// The exact number, where there is one.
    public let value: DecimalNumber?
    /// The minimum.
    public let min: DecimalNumber?
    /// The maximum.
    public let max: DecimalNumber?
    /// What is counted.
    public let unit: String

    /// Reads a quantity: either a value, or bounds.
    public init(reading fields: inout FieldReader) {
        printed = fields.required("printed")
        value = fields.optional("value")
        min = fields.optional("min")
        max = fields.optional("max")
        unit = fields.required("unit")
        checkBounds(&fields)
    }

    private func checkBounds(_ fields: inout FieldReader) {
        let (isExact, isBounded) = (
            fields.gives("value"), fields.gives("min") || fields.gives("max")
        )
        fields.expect(
            [.anyOf(["value", "min", "max"])], holds: isExact || isBounded, at: "value",
            "a quantity needs a number", hint: "give value, min or max")
        fields.expect(
            [.excludes("value", "min"), .excludes("value", "max")],
            holds: !isExact || !isBounded, at: "value",
            "value stands beside min or max", hint: "give one or the other")
        if let min, let max, max < min {
            fields.refuse("max", "max is less than min", hint: "swap them")
        }
    }
}
