extension EDTFDate: TextValue {
    /// `EDTF`.
    public static var formName: String { "EDTF" }

    /// The year 0000.
    public static let placeholder: EDTFDate = {
        do throws(EDTFFault) {
            return try EDTFDate("0000")
        } catch {
            preconditionFailure("0000 is a year of EDTF level 0")
        }
    }()

    /// Reads a date of ISO 8601-2; says what is wrong with anything else.
    public init(spelling text: String) throws(Misspelling) {
        do throws(EDTFFault) {
            try self.init(text)
        } catch {
            throw Misspelling("\(quoted(text)) is no date: \(error.message)", hint: error.hint)
        }
    }
}
