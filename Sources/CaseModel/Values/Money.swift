/// An amount of money in one currency.
public struct Money: FieldRecord, Hashable {
    /// The wording of the source.
    public let printed: String
    /// The amount in whole units of the currency, decimals after a point.
    public let amount: DecimalText
    /// The currency.
    public let currency: Currency
    /// Whether the source calls the amount approximate.
    public let approximate: Bool?

    /// Reads an amount of money.
    public init(reading fields: inout FieldReader) {
        printed = fields.required("printed")
        amount = fields.required("amount")
        currency = fields.required("currency")
        approximate = fields.optional("approximate")
    }
}

/// A decimal number that is always written as text.
public struct DecimalText: TextValue, Hashable {
    /// The number.
    public let number: DecimalNumber

    /// `DECIMAL`.
    public static var form: TextForm {
        TextForm(name: "DECIMAL", pattern: DecimalNumber.pattern, resembles: .number)
    }
    /// Zero.
    public static var placeholder: DecimalText { DecimalText(number: .placeholder) }

    private init(number: DecimalNumber) { self.number = number }

    /// Reads digits, perhaps with a sign and a decimal point.
    public init(spelling text: String) throws(Misspelling) {
        guard let number = DecimalNumber(text) else {
            throw Misspelling(
                "\(quoted(text)) is not a decimal number",
                hint: "write it as \"5000000\" or \"0.5\"")
        }
        self.number = number
    }
}
