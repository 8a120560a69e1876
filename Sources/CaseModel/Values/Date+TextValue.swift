public import CanonicalJSON

extension EDTFDate: TextValue {
    /// `EDTF`.
    public static var form: TextForm {
        TextForm(name: "EDTF", pattern: EDTFDate.pattern, resembles: .integer(-9999...9999))
    }

    /// The year 0000.
    public static let placeholder: EDTFDate = {
        do {
            return try EDTFDate("0000")
        } catch {
            preconditionFailure("0000 is a year of EDTF level 0")
        }
    }()

    /// Reads a string; YAML parses a date in bare brackets as a list.
    public init?(_ json: JSONView, faults: inout Faults) {
        guard !json.isArray, !json.isObject else {
            let hint = "put a date with brackets or braces in quotation marks"
            faults.note(Fault("a date is expected, not \(json.kind)", hint: hint))
            return nil
        }
        guard let text = String(json, faults: &faults) else { return nil }
        do {
            try self.init(spelling: text)
        } catch {
            faults.note(Fault(error.message, hint: error.hint))
            return nil
        }
    }

    /// Parses a date of ISO 8601-2; the error says what is wrong with it.
    public init(spelling text: String) throws(Misspelling) {
        do {
            try self.init(text)
        } catch {
            throw Misspelling("\(quoted(text)) is not a date: \(error.message)", hint: error.hint)
        }
    }
}
