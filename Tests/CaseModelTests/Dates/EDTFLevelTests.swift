import CaseModel
import Testing

@Suite("EDTF by the profile of loc.gov, 2019-02-04")
struct EDTFLevelTests {
    @Test(
        "level 0: dates, dates with times, intervals",
        arguments: [
            Example("1985-04-12", "1985-04-12", "1985-04-12"),
            Example("1985-04", "1985-04-01", "1985-04-30"),
            Example("1985", "1985-01-01", "1985-12-31"),
            Example("1985-04-12T23:20:30", "1985-04-12", "1985-04-12"),
            Example("1985-04-12T23:20:30Z", "1985-04-12", "1985-04-12"),
            Example("1985-04-12T23:20:30-04", "1985-04-12", "1985-04-12"),
            Example("1985-04-12T23:20:30+04:30", "1985-04-12", "1985-04-12"),
            Example("1964/2008", "1964-01-01", "2008-12-31", .span),
            Example("2004-06/2006-08", "2004-06-01", "2006-08-31", .span),
            Example("2004-02-01/2005-02-08", "2004-02-01", "2005-02-08", .span),
            Example("2004-02-01/2005-02", "2004-02-01", "2005-02-28", .span),
            Example("2004-02-01/2005", "2004-02-01", "2005-12-31", .span),
            Example("2005/2006-02", "2005-01-01", "2006-02-28", .span),
        ])
    func level0(_ example: Example) throws { try example.check() }

    @Test(
        "level 1: long years, seasons, marks, unspecified digits, negative years",
        arguments: [
            Example("Y170000002", "Y170000002-01-01", "Y170000002-12-31"),
            Example("Y-170000002", "Y-170000002-01-01", "Y-170000002-12-31"),
            Example("2001-21", "2001-01-01", "2001-12-31"),
            Example("1984?", "1984-01-01", "1984-12-31"),
            Example("2004-06~", "2004-06-01", "2004-06-30"),
            Example("2004-06-11%", "2004-06-11", "2004-06-11"),
            Example("201X", "2010-01-01", "2019-12-31"),
            Example("20XX", "2000-01-01", "2099-12-31"),
            Example("2004-XX", "2004-01-01", "2004-12-31"),
            Example("1985-04-XX", "1985-04-01", "1985-04-30"),
            Example("1985-XX-XX", "1985-01-01", "1985-12-31"),
            Example("-1985", "-1985-01-01", "-1985-12-31"),
        ])
    func level1(_ example: Example) throws { try example.check() }

    @Test(
        "level 1: intervals with open and unknown ends, which stay distinct",
        arguments: [
            Example("1985-04-12/..", "1985-04-12", "..", .span),
            Example("1985-04/..", "1985-04-01", "..", .span),
            Example("1985/..", "1985-01-01", "..", .span),
            Example("../1985-04-12", "..", "1985-04-12", .span),
            Example("../1985-04", "..", "1985-04-30", .span),
            Example("../1985", "..", "1985-12-31", .span),
            Example("1985-04-12/", "1985-04-12", "?", .span),
            Example("1985-04/", "1985-04-01", "?", .span),
            Example("1985/", "1985-01-01", "?", .span),
            Example("/1985-04-12", "?", "1985-04-12", .span),
            Example("/1985-04", "?", "1985-04-30", .span),
            Example("/1985", "?", "1985-12-31", .span),
            // The text allows each on either side by itself.
            Example("/..", "?", "..", .span), Example("../", "..", "?", .span),
            Example("../..", "..", "..", .span), Example("/", "?", "?", .span),
        ])
    func level1Intervals(_ example: Example) throws { try example.check() }

    @Test(
        "what the examples leave to the reader",
        arguments: [
            Example("0000", "0000-01-01", "0000-12-31"),
            Example("0000-02-29", "0000-02-29", "0000-02-29"),
            Example("2032-02", "2032-02-01", "2032-02-29"),
            Example("2031-02-XX", "2031-02-01", "2031-02-28"),
            Example("1900-02-XX~", "1900-02-01", "1900-02-28"),
            Example("200X", "2000-01-01", "2009-12-31"),
            Example("000X", "0000-01-01", "0009-12-31"),
            // A negative decade runs backwards, and there is no year -0000 in it.
            Example("-201X", "-2019-01-01", "-2010-12-31"),
            Example("-20XX", "-2099-01-01", "-2000-12-31"),
            Example("-000X", "-0009-01-01", "-0001-12-31"),
            Example("-00XX", "-0099-01-01", "-0001-12-31"),
            Example("-0044-03-15", "-0044-03-15", "-0044-03-15"),
            Example("-0044-03", "-0044-03-01", "-0044-03-31"),
            Example("2031-24?", "2031-01-01", "2031-12-31"),
            Example("201X?", "2010-01-01", "2019-12-31"),
            Example("Y10000~", "Y10000-01-01", "Y10000-12-31"),
            Example("Y9999999999999999", "Y9999999999999999-01-01", "Y9999999999999999-12-31"),
            Example("-0044/0014", "-0044-01-01", "0014-12-31", .span),
            Example("Y-20000/1000-02", "Y-20000-01-01", "1000-02-28", .span),
            Example("2030-21/2030-24", "2030-01-01", "2030-12-31", .span),
            Example("2030-22/2030-22", "2030-01-01", "2030-12-31", .span),
            Example("2030-24/2031-21", "2030-01-01", "2031-12-31", .span),
            Example("2031-04-12/2031-04", "2031-04-12", "2031-04-30", .span),
            Example("2031-04/2031-04-02", "2031-04-01", "2031-04-02", .span),
            Example("2031-04-02/2031-04-02", "2031-04-02", "2031-04-02", .span),
            Example("2004-06-11%/2004-06~", "2004-06-11", "2004-06-30", .span),
            Example("2031-04~/..", "2031-04-01", "..", .span),
        ])
    func decided(_ example: Example) throws { try example.check() }

    @Test(
        "a time counts by its day as written, whatever the zone",
        arguments: [
            "T00:00:00", "T23:59:59Z", "T00:30:00+14:00", "T23:30:00-11", "T12:00:00+00:00",
            "T12:00:00+00", "T12:00:00-00:30", "T12:00:00+23:59",
            // Leap seconds end a day of UTC, which is another time of day elsewhere.
            "T23:59:60Z", "T18:59:60-05:00", "T05:29:60+05:30", "T00:59:60+01", "T23:59:60",
            "T05:44:60",
        ])
    func times(_ time: String) throws {
        let date = try EDTFDate("2016-12-31" + time)
        #expect(date.earliest?.text == "2016-12-31")
        #expect(date.latest == date.earliest)
        #expect(date.text == "2016-12-31" + time)
    }

    @Test(
        "marks are marks: they widen nothing, and one of any part marks the whole",
        arguments: [
            ("2031-04", false, false), ("2031-04?", false, true), ("2031-04~", true, false),
            ("2031-04%", true, true), ("2031-04~/2031-05?", true, true), ("2031/..", false, false),
            ("../2031~", true, false), ("[2031-04?..2031-05]", false, true),
            ("[..2031%]", true, true), ("[2031~..]", true, false),
            ("2031-04-02T09:30:00Z", false, false),
        ])
    func marks(_ text: String, _ isApproximate: Bool, _ isUncertain: Bool) throws {
        let date = try EDTFDate(text)
        #expect(date.isApproximate == isApproximate)
        #expect(date.isUncertain == isUncertain)
    }

    @Test("dates are equal where their texts are, not where they mean the same")
    func equality() throws {
        #expect(try EDTFDate("2031") == EDTFDate("2031"))
        #expect(try EDTFDate("2031") != EDTFDate("2031-XX-XX"))
        #expect(try Set([EDTFDate("2031"), EDTFDate("2031"), EDTFDate("2031~")]).count == 2)
    }
}
