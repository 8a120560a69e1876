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
            ("2004-06-XX/2004-07-03", "a day in June 2004 to 3 July 2004"),
        ])
    func windows(_ text: String, _ phrase: String) throws {
        #expect(try EDTFDate(text).phrase == phrase)
    }

    @Test(
        "sets",
        arguments: [
            ("[2031-04-02,2031-04-04]", "one of 2 April 2031, 4 April 2031"),
            ("[1667,1668,1670..1672]", "one of 1667, 1668, 1670 to 1672"),
            (
                "[1760-01,1760-02,1760-12..]",
                "one of January 1760, February 1760, December 1760 or later"
            ),
            ("[..1984,1990~]", "one of 1984 or earlier, about 1990"), ("[1984]", "1984"),
            ("[-0044-03,2031]", "one of March, year -44; 2031"),
            ("{1667,1668,1760}", "1667, 1668 and 1760"),
            ("{1960,1961-12}", "1960 and December 1961"),
            ("{1667,1670..1672}", "1667 and every year from 1670 to 1672"),
            ("{2031-04-02..2031-04-12}", "every day from 2 April 2031 to 12 April 2031"),
            ("{..1984}", "every year up to 1984"),
            ("{2031-04..}", "every month from April 2031 on"),
            ("{2031-21..2031-23}", "every season from spring 2031 to autumn 2031"),
            ("{1984..1984}", "1984"), ("{1984}", "1984"),
        ])
    func sets(_ text: String, _ phrase: String) throws {
        #expect(try EDTFDate(text).phrase == phrase)
    }

    @Test(
        "components with marks of their own",
        arguments: [
            ("2004-~06-11", "11 June 2004 (month approximate)"),
            ("2004-06~-11", "11 June 2004 (year and month approximate)"),
            ("2004?-06-11", "11 June 2004 (year doubtful)"),
            ("?2004-06-~11", "11 June 2004 (year doubtful, day approximate)"),
            ("2004-%06-11", "11 June 2004 (month approximate and doubtful)"),
            ("?2004-06-?11", "11 June 2004 (year and day doubtful)"),
            ("?2004-?06-?11", "11 June 2004 (doubtful)"), ("~2004", "about 2004"),
            ("2004?-06~", "June 2004 (year approximate and doubtful, month approximate)"),
            ("2004~-21", "spring 2004 (year approximate)"),
            ("2004-~21", "spring 2004 (season approximate)"),
            ("2004-06-~01/2004-06-20", "1 June 2004 (day approximate) to 20 June 2004"),
        ])
    func components(_ text: String, _ phrase: String) throws {
        #expect(try EDTFDate(text).phrase == phrase)
    }

    @Test(
        "digits that are not known",
        arguments: [
            ("156X-12-25", "25 December, some year in the 1560s"),
            ("15XX-12-25", "25 December, some year from 1500 to 1599"),
            ("XXXX-12-XX", "a day in December, some year from year 0 to 9999"),
            ("1XXX-XX", "a month, some year from 1000 to 1999"),
            ("1XXX-12", "December, some year from 1000 to 1999"),
            ("1984-1X", "a month from October to December 1984"),
            ("1984-X2", "February or December 1984"), ("1984-X0", "October 1984"),
            ("1XXX", "some time from 1000 to 1999"), ("2X31", "a year of the form 2X31"),
            ("-2X31-04", "April, a year of the form -2X31"),
            ("203X-22", "summer, some year in the 2030s"),
            ("2031-XX-05", "day 5 in a month of 2031"),
            ("2031-XX-1X", "a day from 10 to 19 in a month of 2031"),
            ("2031-04-1X", "a day from 10 to 19 April 2031"),
            ("2031-04-X5", "5, 15 or 25 April 2031"), ("2031-04-3X", "30 April 2031"),
            ("2031-02-2X", "a day from 20 to 28 February 2031"),
            ("2031-05-3X", "30 or 31 May 2031"),
            ("2031-1X-XX", "a day in a month from October to December 2031"),
            ("2031-X1-05", "day 5 in January or November 2031"),
            ("203X-XX-XX~", "about a day, some year in the 2030s"),
        ])
    func unspecified(_ text: String, _ phrase: String) throws {
        #expect(try EDTFDate(text).phrase == phrase)
    }
}
