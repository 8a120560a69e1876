import CaseModel
import Testing

@Suite("Dates in words, never more precise than they are known")
struct EDTFPhraseTests {
    @Test(
        "dates and times",
        arguments: [
            ("2031-04-02", "2 April 2031"), ("2031-04", "April 2031"), ("2031", "2031"),
            ("2031-04~", "about April 2031"), ("2031-04?", "April 2031 (doubtful)"),
            ("2031-04%", "about April 2031 (doubtful)"), ("2031-12-31", "31 December 2031"),
            ("2031-21", "spring 2031"), ("2031-22", "summer 2031"), ("2031-23", "autumn 2031"),
            ("2031-24~", "about winter 2031"), ("2031-XX", "a month of 2031"),
            ("2031-04-XX", "a day in April 2031"), ("2031-XX-XX", "a day in 2031"),
            ("203X", "the 2030s"), ("20XX", "some time from 2000 to 2099"),
            // "the 2000s" could be the century.
            ("200X", "some time from 2000 to 2009"),
            ("004X", "some time from year 40 to year 49"),
            ("-004X", "some time from year -49 to year -40"),
            ("0044", "year 44"), ("0000-01", "January, year 0"), ("-0044", "year -44"),
            ("-0044-03-15", "15 March, year -44"), ("Y170000002", "year 170000002"),
            ("-0044-21", "spring, year -44"),
            ("1985-04-12T23:20:30", "12 April 1985, 23:20:30"),
            ("1985-04-12T03:20:30Z", "12 April 1985, 03:20:30 UTC"),
            ("1985-04-12T23:20:30-04", "12 April 1985, 23:20:30 UTC-04"),
            ("1985-04-12T23:20:30+04:30", "12 April 1985, 23:20:30 UTC+04:30"),
            ("1985-04-12T23:20:30-00:30", "12 April 1985, 23:20:30 UTC-00:30"),
        ])
    func dates(_ text: String, _ phrase: String) throws {
        #expect(try EDTFDate(text).phrase == phrase)
    }

    @Test(
        "spans and windows",
        arguments: [
            ("2031-04-02/2031-04-12", "2 April 2031 to 12 April 2031"),
            ("2031-04~/2032?", "about April 2031 to 2032 (doubtful)"),
            ("2031/..", "from 2031, end open"), ("2031/", "from 2031, end unknown"),
            ("../2031-04", "until April 2031, start open"),
            ("/2031-04", "until April 2031, start unknown"),
            ("/..", "start unknown, end open"), ("../", "start open, end unknown"),
            ("../..", "start and end open"), ("/", "start and end unknown"),
            ("[2031-04-02..2031-04-12]", "between 2 April 2031 and 12 April 2031"),
            ("[2031-04..2031-04]", "April 2031"), ("[..2031-04]", "by April 2031"),
            ("[2031-04..]", "April 2031 or later"), ("[..2031~]", "by about 2031"),
            ("[2031..2032?]", "between 2031 and 2032 (doubtful)"),
        ])
    func windows(_ text: String, _ phrase: String) throws {
        #expect(try EDTFDate(text).phrase == phrase)
    }
}
