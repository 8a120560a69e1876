import CaseModel
import Testing

/// A text that is not a date here: the offset of the fault, words of its message and of its hint.
struct Refused: Sendable, CustomTestStringConvertible {
    let text: String
    let offset: Int
    let message: String
    let hint: String

    init(_ text: String, _ offset: Int, _ message: String, _ hint: String = "") {
        self.text = text
        self.offset = offset
        self.message = message
        self.hint = hint
    }

    var testDescription: String { text }

    /// Whether the text is refused at that place for that reason with that remedy.
    func check() {
        let fault = #expect(throws: EDTFFault.self) { try EDTFDate(text) }
        #expect(fault?.offset == offset)
        #expect(fault?.message.contains(message) == true, "\(fault?.message ?? "")")
        #expect(fault?.hint.contains(hint) == true, "\(fault?.hint ?? "")")
        #expect(fault?.hint.isEmpty == false)
    }
}

@Suite("EDTF refusals say what, where, and how to write it")
struct EDTFRefusalTests {
    @Test(
        "blanks and characters that stand in no date",
        arguments: [
            Refused("", 0, "empty", "2031-04-02"), Refused(" ", 0, "blank"),
            Refused(" 2031", 0, "blank"), Refused("2031 ", 4, "blank", "without blanks"),
            Refused("2031-04 /2031-05", 7, "blank"), Refused("2031\n", 4, "blank"),
            Refused("[2031-04-02.. 2031-04-12]", 13, "blank"), Refused("2031\t/2032", 4, "blank"),
            Refused("201x", 3, "upper case", "write X"), Refused("y12031", 0, "upper case"),
            Refused("today", 0, "this character stands in no EDTF date"),
            Refused("2031-zz", 5, "this character stands in no EDTF date"),
            Refused("2031-04-02t09:30:00Z", 10, "upper case", "write T"),
            Refused("2031-04-02T09:30:00z", 19, "upper case", "write Z"),
            Refused("Y-17e7", 4, "upper case", "write E"),
            Refused("April 2031", 0, "stands in no EDTF date"),
            Refused("199u", 3, "stands in no"), Refused("2031–04", 4, "stands in no"),
            Refused("２０３１", 0, "stands in no"), Refused("2031\u{301}", 4, "stands in no"),
            Refused("2031-04-02\0", 10, "stands in no"), Refused("unknown/2031", 0, "no EDTF"),
        ])
    func characters(_ refused: Refused) { refused.check() }

    @Test(
        "forms that only ISO 8601 has",
        arguments: [
            Refused("20", 0, "exactly four digits", "20XX"),
            Refused("203", 0, "exactly four digits", "203X"),
            Refused("+2031", 0, "plus sign"), Refused("+12031", 0, "plus sign"),
            Refused("Y+12031", 1, "plus sign"), Refused("-+2031", 1, "plus sign"),
            Refused("20310402", 0, "basic format", "hyphens"), Refused("2031092", 0, "basic"),
            Refused("20310402T093000Z", 0, "basic format"),
            Refused("2031-092", 5, "ordinal date", "month and day"),
            Refused("2031-W14", 5, "week date"), Refused("2031W143", 4, "week date"),
            Refused("2031-04-02/P3D", 11, "duration", "both ends"),
            Refused("--04-02", 1, "begins with its year"),
            Refused("2031-04-02T09:30:00.5Z", 19, "fraction"),
            Refused("2031-04-02T09:30:00,5", 19, "fraction"),
            Refused("2031-04-02T09:30", 16, "hours, minutes and seconds"),
            Refused("2031-04-02T09", 13, "hours, minutes and seconds"),
            Refused("2031-04-02T093000", 11, "hours, minutes and seconds"),
            Refused("2031-04-02T09:30:00+0430", 20, "time shift", "+04:30"),
        ])
    func isoOnly(_ refused: Refused) { refused.check() }

    @Test(
        "years",
        arguments: [
            Refused("-", 1, "begins with its year"), Refused("12031", 0, "four digits", "Y"),
            Refused("203104", 0, "four digits", "hyphens"), Refused("-985", 1, "four digits"),
            Refused("-0000", 0, "no year -0000", "write 0000"),
            Refused("-0000-04", 0, "no year -0000"), Refused("-0001/-0000", 6, "no year -0000"),
            Refused("Y", 1, "five digits"), Refused("Y2031", 1, "five digits", "without Y"),
            Refused("Y-2031", 2, "five digits"), Refused("Y02031", 1, "not begin with 0"),
            Refused("Y10000000000000000", 1, "more than 16 digits", "at most 16"),
            Refused("Y-99999999999999999999999999", 2, "more than 16 digits"),
            Refused("Y12031-04", 6, "no month or day"), Refused("Y12031-", 6, "no month or day"),
            Refused("1985Y", 4, "ends before"), Refused("2031Z", 4, "ends before"),
        ])
    func years(_ refused: Refused) { refused.check() }

    @Test(
        "months and days, also those that do not exist",
        arguments: [
            Refused("2031-", 5, "two digits"), Refused("2031-4", 5, "two digits"),
            Refused("2031-04-", 8, "two digits"), Refused("2031-04-2", 8, "two digits"),
            Refused("2031--02", 5, "two digits"), Refused("2031-04-002", 8, "two digits"),
            Refused("2031-00", 5, "no such month"), Refused("2031-13", 5, "no such month", "12"),
            Refused("2031-20", 5, "no such month"), Refused("2031-42", 5, "no such month"),
            Refused("2031-13-01", 5, "no such month"),
            Refused("2031-02-30", 8, "has 28", "01 to 28"), Refused("2032-02-30", 8, "has 29"),
            Refused("1900-02-29", 8, "has 28"), Refused("2031-04-31", 8, "has 30"),
            Refused("2031-04-00", 8, "no such day"), Refused("2031-12-32", 8, "has 31"),
            Refused("2031-21-01", 5, "season has no days"),
            Refused("2031-04-02-05", 10, "nothing more", "2031-04-02/2031-04-12"),
            Refused("1984?~", 5, "one mark", "% for both"), Refused("1984??", 5, "one mark"),
            Refused("2031.04.02", 4, "ends before"), Refused("2031,2032", 4, "ends before"),
            Refused("?", 1, "begins with its year"), Refused("~", 1, "begins with its year"),
            Refused("?~2031", 1, "one mark"), Refused("2031-~~04", 6, "one mark"),
            Refused("2031-04~02", 8, "ends before"), Refused("-?2031", 1, "its year"),
            Refused("2031-?", 6, "two digits"), Refused("2031-04?-", 9, "two digits"),
            // No day fits, whatever the digits not known may be.
            Refused("2031-2X", 5, "no such month"), Refused("2031-4X-01", 5, "no such month"),
            Refused("2031-X4-3X-", 10, "nothing more"), Refused("2031-02-3X", 8, "has 28"),
            Refused("1XX1-02-29", 8, "has 28"), Refused("XXXX-02-30", 8, "has 29"),
            Refused("190X-02-30", 8, "has 29"), Refused("2031-XX-32", 8, "has 31"),
            Refused("2031-04-4X", 8, "has 30"), Refused("-0000-XX", 0, "no year -0000"),
        ])
    func monthsAndDays(_ refused: Refused) { refused.check() }

    @Test(
        "times",
        arguments: [
            Refused("2031-04T09:30:00", 7, "after a whole day"),
            Refused("2031T09:30:00Z", 4, "after a whole day"),
            Refused("2031-04-XXT09:30:00", 10, "after a whole day"),
            Refused("Y12031T09:30:00", 6, "after a whole day"),
            Refused("2031-04-02~T09:30:00", 10, "takes no mark"),
            Refused("2031-04-02T", 11, "hours, minutes"), Refused("T09:30:00", 0, "its year"),
            Refused("2031-04-02T9:30:00", 11, "two digits each"),
            Refused("2031-04-02T24:00:00", 11, "no such hour", "next day"),
            Refused("2031-04-02T25:00:00", 11, "no such hour"),
            Refused("2031-04-02T09:60:00", 14, "no such minute"),
            Refused("2031-04-02T09:30:61", 17, "no such second"),
            Refused("2031-04-02T09:30:60", 17, "leap second", "00 to 59"),
            Refused("2031-04-02T23:59:60+01", 17, "leap second"),
            Refused("2031-04-02T22:59:60Z", 17, "leap second"),
            Refused("2031-04-02T09:30:00-00:00", 19, "minus zero"),
            Refused("2031-04-02T09:30:00-00", 19, "minus zero", "Z or +00:00"),
            Refused("2031-04-02T09:30:00+4", 20, "time shift"),
            Refused("2031-04-02T09:30:00+24", 20, "time shift"),
            Refused("2031-04-02T09:30:00+04:60", 23, "time shift"),
            Refused("2031-04-02T09:30:00+04:", 23, "time shift"),
            Refused("2031-04-02T09:30:00+", 20, "time shift"),
            Refused("2031-04-02T09:30:00~", 19, "takes no mark"),
            Refused("2031-04-02T09:30:00Z~", 20, "takes no mark"),
            Refused("2031-?04-02T09:30:00Z", 5, "takes no mark"),
            Refused("2031-04-0XT09:30:00Z", 10, "after a whole day"),
            Refused("2031-04-02T09:30:00ZZ", 20, "ends before"),
            Refused("2031-04-02T09:30:00Z/2031-05", 10, "ends of an interval have no time"),
            Refused("2031-04/2031-05-02T09:30:00", 18, "ends of an interval have no time"),
            Refused("[2031-04-02T09:30:00..]", 11, "dates of a set have no time"),
        ])
    func times(_ refused: Refused) { refused.check() }

    @Test(
        "intervals and sets",
        arguments: [
            Refused("2031-04-12/2031-04-02", 11, "before it begins", "earlier date first"),
            Refused("2031-05/2031-04-30", 8, "before it begins"),
            Refused("2031/2030~", 5, "before it begins"),
            Refused("2030-24/2030-21", 8, "before it begins"),
            Refused("-0044/-0045", 6, "before it begins"), Refused("0001/-0001", 5, "before it"),
            Refused("2031/04/02", 7, "one /", "hyphens"), Refused("//", 1, "one /"),
            Refused("2031/...", 5, ".. stands only"), Refused("2031..2032", 4, ".. stands only"),
            Refused("..", 0, ".. stands only"), Refused("2031/2032..", 9, ".. stands only"),
            Refused("2031/4", 5, "exactly four digits"), Refused("2031/-", 6, "its year"),
            Refused("2031/[..2032]", 5, "set stands alone"),
            Refused("[2031..2032]/2033", 12, "set stands alone"), Refused("]", 0, "stands alone"),
            Refused("[2031-04..2031-05]~", 18, "a set takes no mark", "at a date within"),
            Refused("[2031/2032..]", 5, "holds no interval"), Refused("[", 1, "ends with ]"),
            Refused("[2031..2032", 11, "ends with ]"), Refused("[]", 0, "with no date"),
            Refused("[..]", 0, "with no date", "[..2031-04]"),
            Refused("[2031-04-02..2031-05]", 13, "same precision"),
            Refused("[2031-04..2031-22]", 10, "same precision"),
            Refused("[2031..2030]", 7, "before the one before it", "earlier date first"),
            Refused("[2030-24..2030-21]", 10, "before the one before it"),
            Refused("[2031-04-02..2031-04-31]", 21, "has 30"),
            Refused("{2031..2032", 11, "ends with }", "{2031-04-02,"),
            Refused("{2031]", 6, "ends with }"), Refused("{}", 0, "with no date"),
            Refused("{2031}?", 6, "a set takes no mark"), Refused("{[2031]}", 1, "stands alone"),
            Refused("[2031,{2032}]", 6, "stands alone"), Refused("}", 0, "stands alone"),
            Refused("[2031,]", 6, "with no date", "comma"), Refused("[,2031]", 1, "with no date"),
            Refused("[2031,,2032]", 6, "with no date"), Refused("[2031,..]", 6, "with no date"),
            Refused("[2031,..2032]", 6, "at the beginning", "put it first"),
            Refused("[2031..,2032]", 5, "at the end", "put it last"),
            Refused("[2030,2032..2031]", 12, "before the one", "earlier date first"),
            Refused("{2030,2031..2031-04}", 12, "same precision"),
            Refused("[201X..]", 4, "no unspecified digit", "first and last day"),
            Refused("[2031-04-01..2031-04-XX]", 21, "no unspecified digit"),
            Refused("[2031,2032-02-30]", 14, "has 29"),
            Refused("[2031,2032-04-02T09:30:00]", 16, "dates of a set have no time"),
            Refused("[2031...2032]", 7, ".. stands only"), Refused("[[2031]..]", 7, "stands alone"),
        ])
    func windows(_ refused: Refused) { refused.check() }

    @Test(
        "the rest of level 2 is refused by name",
        arguments: [
            Refused("Y-17E7", 4, "level 2: exponential year, not supported", "digits"),
            Refused("Y3388E2S3", 5, "level 2: exponential year, not supported"),
            Refused("1950S2", 4, "level 2: significant digits, not supported", "19XX"),
            Refused("Y171010000S3", 10, "level 2: significant digits, not supported"),
            Refused("2001-34", 5, "level 2: sub-year grouping, not supported", "21 to 24"),
            Refused("2001-25", 5, "level 2: sub-year grouping"),
            Refused("2001-41", 5, "level 2: sub-year grouping"),
            Refused("2004-06/2004-33", 13, "level 2: sub-year grouping"),
            Refused("[2001-34,2002]", 6, "level 2: sub-year grouping"),
            Refused("{Y-17E7}", 5, "level 2: exponential year, not supported"),
            Refused("Y1203X", 5, "level 2: unspecified digit of a year after Y", "[Y12030..Y"),
        ])
    func level2(_ refused: Refused) { refused.check() }

    @Test("a fault reads as one line and quotes nothing of the text")
    func description() {
        let fault = #expect(throws: EDTFFault.self) { try EDTFDate("2031-02-30") }
        #expect(
            fault?.description
                == "byte 9: there is no such day: this month has 28; write 01 to 28")
    }
}
