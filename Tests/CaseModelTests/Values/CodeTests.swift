import CanonicalJSON
import CaseModel
import Testing

@Suite("Codes, grades and digests")
struct CodeTests {
    @Test("a currency is three capitals", arguments: ["usd", "US", "USDX", "U1D", "ÜSD", "$"])
    func currency(text: String) throws {
        #expect(try Currency(spelling: "CNY").code == "CNY")
        #expect(throws: Misspelling.self) { try Currency(spelling: text) }
    }

    @Test("a country is two capitals", arguments: ["nl", "N", "NLD", "N1", "Ñ"])
    func country(text: String) throws {
        #expect(try Country(spelling: "NL").code == "NL")
        #expect(throws: Misspelling.self) { try Country(spelling: text) }
    }

    @Test("a grade is A to F and 1 to 6, and every such pair is one")
    func grade() throws {
        for letter in "ABCDEF" {
            for digit in 1...6 { #expect(try Grade(spelling: "\(letter)\(digit)").text.count == 2) }
        }
        for text in ["A0", "A7", "G1", "a1", "1A", "A", "A10", "Ａ1", ""] {
            #expect(throws: Misspelling.self) { try Grade(spelling: text) }
        }
    }

    @Test("a digest is 64 small hexadecimal digits")
    func digest() throws {
        let digits = String(repeating: "0a", count: 32)
        #expect(try SHA256Text(spelling: digits).text == digits)
        for text in [
            digits.uppercased(), String(digits.dropLast()), digits + "0", "g" + digits.dropLast(),
        ] {
            #expect(throws: Misspelling.self) { try SHA256Text(spelling: text) }
        }
    }

    @Test("a field is occurred, summary, actors, claims, links, or one of the data")
    func field() throws {
        #expect(try FieldName(spelling: "occurred").path == "occurred")
        #expect(try FieldName(spelling: "share").path == "data.share")
        #expect(try FieldName(spelling: "data.share").path == "data.share")
        for text in ["", "data.", ".share", "body.share", "data.value.min", "Share", "a b"] {
            #expect(throws: Misspelling.self) { try FieldName(spelling: text) }
        }
    }

    @Test("a date that YAML took for a list is told to be quoted")
    func bracketedDate() throws {
        let found = try faults("action.taken") { $0["occurred"] = [["x"]] }
        #expect(found.map(\.line) == ["occurred: a date is expected, not a list"])
        #expect(found.first?.hint == "put a date with brackets or braces in quotation marks")
    }

    @Test("a date that is none says so at its place")
    func malformedDate() throws {
        let found = try faults("measure.imposed") {
            $0["data"] = ["measure": "ban", "kind": "fine", "until": "2031-13"]
        }
        #expect(found.count == 1)
        #expect(found.first?.line.hasPrefix("data.until: \"2031-13\" is not a date: ") == true)
    }
}
