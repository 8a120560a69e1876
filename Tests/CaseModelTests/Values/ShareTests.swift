import CanonicalJSON
import CaseModel
import Testing

@Suite("Shares")
struct ShareTests {
    private func faults(of share: JSONValue) throws -> [String] {
        try CaseModelTests.faults("control.taken", data: ["asset": "acme", "share": share])
            .map(\.line)
    }

    @Test("are fractions of whole numbers from 0 to 1", arguments: ["3/8", "1", "0", "1/1", "0/7"])
    func good(text: String) throws {
        #expect(try faults(of: .string(text)) == [])
    }

    @Test(
        "are never decimal numbers, percentages, or parts of nothing",
        arguments: ["37.5", "37.5%", "1/0", "0/0", "a/b", "1/2/3", "/2", "1/", " 1/2", "-1/2", "½"])
    func malformed(text: String) throws {
        #expect(try faults(of: .string(text)) == ["data.share: \"\(text)\" is not a share"])
    }

    @Test("are at most the whole", arguments: ["3/2", "2", "999999999/999999998"])
    func tooMuch(text: String) throws {
        #expect(try faults(of: .string(text)) == ["data.share: \"\(text)\" is more than the whole"])
    }

    @Test("have numbers of at most nine digits")
    func long() throws {
        #expect(try faults(of: "999999998/999999999") == [])
        #expect(try faults(of: "1/1000000000") == ["data.share: \"1/1000000000\" is not a share"])
    }

    @Test("may be given as printed, with bounds that are fractions")
    func printed() throws {
        #expect(try faults(of: ["printed": "a minority"]) == [])
        #expect(try faults(of: ["printed": "a third or so", "min": "1/4", "max": "1/2"]) == [])
        #expect(
            try faults(of: ["printed": "a third", "min": "1/2", "max": "3/8"])
                == ["data.share.max: max is less than min"])
        #expect(
            try faults(of: ["min": "1/4"]) == ["data.share: the field \"printed\" is missing"])
    }

    @Test("are no numbers of JSON")
    func number() throws {
        #expect(try faults(of: 1) == ["data.share: a share is expected, not a number"])
    }

    @Test("compare as numbers: agreement with cross multiplication for all small fractions")
    func order() throws {
        let all = try (1...8).flatMap { below in
            try (0...below).map {
                (above: $0, below: below, try Fraction(spelling: "\($0)/\(below)"))
            }
        }
        for a in all {
            for b in all {
                #expect((a.2 < b.2) == (a.above * b.below < b.above * a.below))
            }
        }
    }
}
