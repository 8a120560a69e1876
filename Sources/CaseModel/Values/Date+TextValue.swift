extension EDTFDate: TextValue {
    /// `EDTF`.
    public static var formName: String { "EDTF" }

    /// Reads a date of ISO 8601-2; says what is wrong with anything else.
    public init(spelling text: String) throws(Misspelling) {
        do throws(EDTFFault) {
            try self.init(text)
        } catch {
            throw Misspelling("\(quoted(text)) is no date: \(error.message)", hint: error.hint)
        }
    }
}
