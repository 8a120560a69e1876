/// A grade of the Admiralty system: the source's reliability A to F, the claim's credibility 1 to 6.
public struct Grade: TextValue, Hashable {
    /// The letter and the digit.
    public let text: String

    /// `GRADE`.
    public static var formName: String { "GRADE" }
    /// Reliability and credibility cannot be judged.
    public static var placeholder: Grade { Grade(letterAndDigit: "F6") }

    private init(letterAndDigit: String) { text = letterAndDigit }

    /// Reads a letter from A to F and a digit from 1 to 6.
    public init(spelling text: String) throws(Misspelling) {
        let bytes = Array(text.utf8)
        guard bytes.count == 2, (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(bytes[0]),
            (UInt8(ascii: "1")...UInt8(ascii: "6")).contains(bytes[1])
        else {
            throw Misspelling(
                "\(quoted(text)) is not a grade", hint: "A to F and 1 to 6, as in \"B2\"")
        }
        self.text = text
    }
}
