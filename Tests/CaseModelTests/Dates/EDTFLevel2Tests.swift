import CaseModel
import RandomSupport
import Testing

@Suite("EDTF level 2 by the profile of loc.gov, 2019-02-04")
struct EDTFLevel2Tests {
    @Test(
        "one of a set is a point",
        arguments: [
            Example("[1667,1668,1670..1672]", "1667-01-01", "1672-12-31"),
            Example("[..1760-12-03]", "..", "1760-12-03"),
            Example("[1760-12..]", "1760-12-01", ".."),
            Example("[1760-01,1760-02,1760-12..]", "1760-01-01", ".."),
            Example("[1667,1760-12]", "1667-01-01", "1760-12-31"),
            Example("[..1984]", "..", "1984-12-31"),
        ])
    func oneOf(_ example: Example) throws { try example.check() }

    @Test(
        "all of a set is a span",
        arguments: [
            Example("{1667,1668,1670..1672}", "1667-01-01", "1672-12-31", .span),
            Example("{1960,1961-12}", "1960-01-01", "1961-12-31", .span),
            Example("{..1984}", "..", "1984-12-31", .span),
        ])
    func allOf(_ example: Example) throws { try example.check() }

    @Test(
        "sets that the examples leave to the reader",
        arguments: [
            Example("[1670..1672]", "1670-01-01", "1672-12-31"),
            Example("[2031-04-02..2031-04-12]", "2031-04-02", "2031-04-12"),
            Example("[2031-04-02..2031-04-02]", "2031-04-02", "2031-04-02"),
            Example("[-0044..0014]", "-0044-01-01", "0014-12-31"),
            Example("[Y-20000..Y20000]", "Y-20000-01-01", "Y20000-12-31"),
            Example("[2031-21..2031-23]", "2031-01-01", "2031-12-31"),
            Example("[2031-04~..2031-06]", "2031-04-01", "2031-06-30"),
            Example("[1984]", "1984-01-01", "1984-12-31"),
            Example("{1984}", "1984-01-01", "1984-12-31", .span),
            Example("{2031-04..}", "2031-04-01", "..", .span),
            Example("{2031-04-02..2031-04-12}", "2031-04-02", "2031-04-12", .span),
            // In any order, and also twice the same.
            Example("[2031-04-12,2031-04-02]", "2031-04-02", "2031-04-12"),
            Example("{2032,2031,2031}", "2031-01-01", "2032-12-31", .span),
            Example("[..1984,1990]", "..", "1990-12-31"),
            Example("[..1984,1990..]", "..", ".."),
            Example("[..1984,1970-05]", "..", "1984-12-31"),
            Example("[-000X,15XX-12-25]", "-0009-01-01", "1599-12-25"),
            Example("[2031-?04,2031-06]", "2031-04-01", "2031-06-30"),
        ])
    func sets(_ example: Example) throws { try example.check() }

    @Test(
        "unspecified digits anywhere mean the days that the calendar has",
        arguments: [
            Example("156X-12-25", "1560-12-25", "1569-12-25"),
            Example("15XX-12-25", "1500-12-25", "1599-12-25"),
            Example("XXXX-12-XX", "0000-12-01", "9999-12-31"),
            Example("1XXX-XX", "1000-01-01", "1999-12-31"),
            Example("1XXX-12", "1000-12-01", "1999-12-31"),
            Example("1984-1X", "1984-10-01", "1984-12-31"),
            // Beyond the examples.
            Example("1XXX", "1000-01-01", "1999-12-31"),
            Example("XXXX", "0000-01-01", "9999-12-31"),
            Example("-XXXX", "-9999-01-01", "-0001-12-31"),
            Example("2X31", "2031-01-01", "2931-12-31"),
            Example("20X1", "2001-01-01", "2091-12-31"),
            Example("-2X31", "-2931-01-01", "-2031-12-31"),
            Example("-00X0", "-0090-01-01", "-0010-12-31"),
            Example("203X-22", "2030-01-01", "2039-12-31"),
            Example("2031-XX-05", "2031-01-05", "2031-12-05"),
            Example("2031-XX-31", "2031-01-31", "2031-12-31"),
            Example("2031-04-1X", "2031-04-10", "2031-04-19"),
            Example("2031-04-3X", "2031-04-30", "2031-04-30"),
            Example("2031-X2-3X", "2031-12-30", "2031-12-31"),
            Example("2031-0X-31", "2031-01-31", "2031-08-31"),
            Example("2031-X2", "2031-02-01", "2031-12-31"),
            Example("2031-X0", "2031-10-01", "2031-10-31"),
            Example("2031-02-2X", "2031-02-20", "2031-02-28"),
            // Leap years among them: 1904 and 1908; none of 1900 and 1901.
            Example("190X-02-29", "1904-02-29", "1908-02-29"),
            Example("XXXX-02-29", "0000-02-29", "9996-02-29"),
            Example("-19XX-02-29", "-1996-02-29", "-1904-02-29"),
            Example("190X-02-XX", "1900-02-01", "1909-02-28"),
        ])
    func unspecified(_ example: Example) throws { try example.check() }

    @Test(
        "marks and unspecified digits within an interval",
        arguments: [
            Example("2004-06-~01/2004-06-~20", "2004-06-01", "2004-06-20", .span),
            Example("2004-06-XX/2004-07-03", "2004-06-01", "2004-07-03", .span),
            Example("201X/2025", "2010-01-01", "2025-12-31", .span),
            Example("../203X-04", "..", "2039-04-30", .span),
            Example("2004-06-XX/2004-06-03", "2004-06-01", "2004-06-03", .span),
        ])
    func intervals(_ example: Example) throws { try example.check() }

    @Test(
        "marks of components widen nothing",
        arguments: [
            Example("2004-06-11%", "2004-06-11", "2004-06-11"),
            Example("2004-06~-11", "2004-06-11", "2004-06-11"),
            Example("2004?-06-11", "2004-06-11", "2004-06-11"),
            Example("?2004-06-~11", "2004-06-11", "2004-06-11"),
            Example("2004-%06-11", "2004-06-11", "2004-06-11"),
            Example("?-0044-~03", "-0044-03-01", "-0044-03-31"),
            Example("~Y12031", "Y12031-01-01", "Y12031-12-31"),
            Example("?2004~-%06?-~11%", "2004-06-11", "2004-06-11"),
            Example("2004?-21", "2004-01-01", "2004-12-31"),
        ])
    func marks(_ example: Example) throws { try example.check() }

    @Test(
        "a mark on any component marks the date",
        arguments: [
            ("2004-06~-11", true, false), ("2004?-06-11", false, true),
            ("?2004-06-~11", true, true), ("2004-%06-11", true, true),
            ("[2004,2005-~06]", true, false), ("{2004?-06,2005}", false, true),
            ("2004-06-~01/2004-06-20", true, false), ("[2004,2005]", false, false),
        ])
    func marked(_ text: String, _ isApproximate: Bool, _ isUncertain: Bool) throws {
        let date = try EDTFDate(text)
        #expect(date.isApproximate == isApproximate)
        #expect(date.isUncertain == isUncertain)
    }

    @Test("whatever digits are not known, the bounds are the first and last day that fit")
    func fitting() throws {
        // The years from 1900-01-01 to 1919-12-31.
        let days = (-25_567...(-18_264)).compactMap { Day(daysSince1970: $0) }
            .map { (day: $0, text: Array($0.text.utf8)) }
        for seed in UInt64(1)...60 {
            var generator = SplitMix(seed: seed)
            let pattern = randomPattern(using: &generator)
            let fitting = days.filter { fits($0.text, Array(pattern.utf8)) }.map(\.day)
            let date = try? EDTFDate(pattern)
            #expect(date?.earliest == fitting.first, "seed \(seed): \(pattern)")
            #expect(date?.latest == fitting.last, "seed \(seed): \(pattern)")
        }
    }

    /// A date of 1900 to 1919, perhaps one that no month has, with X for some digits but the
    /// first three.
    private func randomPattern(using generator: inout SplitMix) -> String {
        let year = Bool.random(using: &generator) ? "190" : "191"
        let month = ["02", "02", "04", "12"].randomElement(using: &generator) ?? "02"
        let day = ["01", "28", "29", "30", "31"].randomElement(using: &generator) ?? "29"
        let last = Int.random(in: 0...9, using: &generator)
        return String(
            "\(year)\(last)-\(month)-\(day)".enumerated().map { place, digit in
                let isKnown =
                    place < 3 || digit == "-" || Int.random(in: 0...2, using: &generator) > 0
                return isKnown ? digit : "X"
            })
    }

    private func fits(_ day: [UInt8], _ pattern: [UInt8]) -> Bool {
        zip(day, pattern).allSatisfy { $0 == $1 || $1 == UInt8(ascii: "X") }
    }
}
