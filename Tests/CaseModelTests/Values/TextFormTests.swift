import CanonicalJSON
import CaseModel
import Foundation
import RandomSupport
import Testing

@Suite("The pattern of a text")
struct TextFormTests {
    private func matches<V: TextValue>(_ text: String, _: V.Type) throws -> Bool {
        try text.wholeMatch(of: Regex(V.form.pattern).ignoresCase(false)) != nil
    }

    private func isRead<V: TextValue>(_ text: String, _: V.Type) -> Bool {
        (try? V(spelling: text)) != nil
    }

    private static let texts = [
        "", "a", "acme", "acme-seizure", "-acme", "acme-", "a--b", "case", "cases", "source-1",
        "Acme",
        "acme/key", "case/acme/key", "actor/acme", "actor/acme/registered", "acme#1", "acme#0",
        "acme#",
        "acme/case", "7b6c6f5e-0000-4000-8000-000000000000", "7B6C6F5E-0000-4000-8000-00000000000A",
        "7b6c6f5e-0000-4000-8000", "B2", "G1", "A7", "b2", "data.kind", "kind", "data.", "data.a.b",
        "Kind",
        "1", "0", "01", "1/2", "3/0", "1/00", "3/8", "2", "-1", "1.5", "01.5", "1.", ".5", "-0.50",
        "EUR",
        "EURO", "eur", "NL", "UK", "XK", "DD", String(repeating: "a", count: 80),
        String(repeating: "a", count: 81), String(repeating: "0a", count: 32),
    ]

    @Test(
        "is matched by what is read, and by nothing else, where spelling decides", arguments: texts)
    func exact(text: String) throws {
        #expect(try matches(text, Slug.self) == isRead(text, Slug.self))
        #expect(try matches(text, EventReference.self) == isRead(text, EventReference.self))
        #expect(try matches(text, Grade.self) == isRead(text, Grade.self))
        #expect(try matches(text, FieldName.self) == isRead(text, FieldName.self))
        #expect(try matches(text, SHA256Text.self) == isRead(text, SHA256Text.self))
        #expect(try matches(text, DecimalText.self) == isRead(text, DecimalText.self))
        #expect(try matches(text, Currency.self) == isRead(text, Currency.self))
        let country = try? Country(spelling: text)
        #expect(try matches(text, Country.self) == (country != nil && country?.refusal == nil))
        if text != "2" { #expect(try matches(text, Fraction.self) == isRead(text, Fraction.self)) }
    }

    @Test("of a date is matched by every date that is read, also by one from pieces of others")
    func dates() throws {
        var generator = SplitMix(seed: 1)
        let pattern = try Regex(EDTFDate.pattern)
        var read = 0
        let made = (0..<20_000).map { _ in randomText(using: &generator) }
        for text in sampleTexts + made where isRead(text, EDTFDate.self) {
            read += 1
            #expect(text.wholeMatch(of: pattern) != nil, "\(text)")
        }
        #expect(read > 100)
    }

    @Test("of a date finds what an editor can underline")
    func wrongDates() throws {
        for text in [
            "2031-13", "2031-00", "2031-04-32", "April 2031", "31", "2031-4-2", "20310402",
            "2031-W14",
            "P3D", "c. 2031", "2031/2032/2033", "[2031", "2031-04-02 09:30", "Y2031",
        ] {
            #expect(try !matches(text, EDTFDate.self), "\(text)")
        }
    }

    @Test("of free text is matched by what says something without control characters")
    func freeText() throws {
        // Not a Regex of Swift, which has another notation for the bounds of a range.
        let pattern = try NSRegularExpression(pattern: String.form.pattern)
        let texts = [
            "x", " x", "", " ", "\t\n", "\u{a0}\u{2003}", "a\u{7}", "\u{9f}x", "語", "a\nb",
            "\u{feff}",
        ]
        for text in texts {
            var faults = Faults()
            let isRead = String(JSONValue.string(text), faults: &faults) != nil
            let isClean = !text.unicodeScalars.contains {
                $0.properties.generalCategory == .control && $0 != "\t" && $0 != "\n"
            }
            let range = NSRange(text.startIndex..., in: text)
            let isMatched = pattern.firstMatch(in: text, range: range)?.range == range
            #expect(isMatched == (isRead && isClean), "\(text.debugDescription)")
        }
    }
}
