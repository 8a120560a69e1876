import CaseModel
import Testing

/// An example of the profile's text, with its bounds worked out by hand; `..` open, `?` unknown.
struct Example: Sendable, CustomTestStringConvertible {
    let text: String
    let lower: String
    let upper: String
    let kind: EDTFDate.Kind

    init(_ text: String, _ lower: String, _ upper: String, _ kind: EDTFDate.Kind = .point) {
        self.text = text
        self.lower = lower
        self.upper = upper
        self.kind = kind
    }

    var testDescription: String { text }

    /// Whether the date means what the example says.
    func check() throws {
        let date = try EDTFDate(text)
        #expect(Array(date.text.utf8) == Array(text.utf8))
        #expect(spelled(date.lower) == lower)
        #expect(spelled(date.upper) == upper)
        #expect(date.kind == kind)
        #expect(date.earliest == date.lower.day)
        #expect(date.latest == date.upper.day)
    }

    private func spelled(_ bound: EDTFDate.Bound) -> String {
        switch bound {
        case .day(let day): day.text
        case .open: ".."
        case .unknown: "?"
        }
    }
}
