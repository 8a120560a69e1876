/// A currency by its code of ISO 4217.
public struct Currency: TextValue, Hashable {
    /// The three capital letters.
    public let code: String

    /// `ISO 4217`.
    public static var formName: String { "ISO 4217" }
    /// The code for no currency.
    public static var placeholder: Currency { Currency(code: "XXX") }

    private init(code: String) { self.code = code }

    /// Reads three capital letters.
    public init(spelling text: String) throws(Misspelling) {
        guard text.utf8.count == 3, text.utf8.allSatisfy(isCapital) else {
            throw Misspelling(
                "\(quoted(text)) is not a currency code", hint: "ISO 4217: USD, EUR, CNY")
        }
        code = text
    }
}

/// A country by its two-letter code of ISO 3166-1.
public struct Country: TextValue, Hashable {
    /// The two capital letters.
    public let code: String

    /// `ISO 3166-1`.
    public static var formName: String { "ISO 3166-1" }
    /// The code for no country.
    public static var placeholder: Country { Country(code: "ZZ") }

    private init(code: String) { self.code = code }

    /// Reads two capital letters.
    public init(spelling text: String) throws(Misspelling) {
        guard text.utf8.count == 2, text.utf8.allSatisfy(isCapital) else {
            throw Misspelling(
                "\(quoted(text)) is not a country code", hint: "ISO 3166-1: NL, CN, US")
        }
        code = text
    }
}

func isCapital(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
}
