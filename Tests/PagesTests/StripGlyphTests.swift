import CaseModel
import Testing

@testable import Pages

/// A hundred dates, each with the glyph that it must be drawn as.
///
/// The table was not made by the program under test: its days come from the calendar and from the
/// text of EDTF as `Docs/dates.md` reads it, its places from the share of the line before a day.
@Suite struct StripGlyphTests {
    /// Forty years, 14,610 days: a step is half a month.
    ///
    /// Every day of the table lies within, as in a case, whose line is made from its dates.
    private func scale() throws -> TimeScale {
        try #require(TimeScale([try EDTFDate("2000/2039")]))
    }

    @Test func `a hundred dates, none of them twice, on a line of forty years`() throws {
        // A row that cannot be read is left out of `all`; here it is missed.
        #expect(Row.all.count == 100 && Set(Row.all.map(\.date)).count == 100)
        // With another line all places would be wrong, for one reason only.
        let scale = try scale()
        #expect(scale.first.text == "2000-01-01" && scale.last.text == "2039-12-31")
    }

    @Test(arguments: Row.all)
    func `a date is drawn as its glyph`(row: Row) throws {
        let date = try EDTFDate(row.date)
        let strip = Strip(date, on: try scale())
        #expect(strip.shape.rawValue == row.shape)
        #expect(date.earliest?.text ?? ".." == row.first)
        #expect(date.latest?.text ?? ".." == row.last)
        #expect(strip.isOpenBefore == (row.first == ".."))
        #expect(strip.isOpenAfter == (row.last == ".."))
        #expect(strip.from == row.from && strip.to == row.to)
    }

    @Test(arguments: Row.all)
    func `no glyph is sharper than its date`(row: Row) throws {
        let scale = try scale()
        let strip = Strip(try EDTFDate(row.date), on: scale)
        // A mark says "on this day": there must be one, and no other.
        let isOneDay = row.first == row.last && row.first != ".."
        #expect(strip.shape != .day || isOneDay)
        #expect(0 <= strip.from && strip.from < strip.to && strip.to <= TimeScale.length)
        // The bounds are those of the table, so that a date read too sharply is seen here as well.
        let days = scale.last - scale.first + 1
        if row.first == ".." {
            #expect(strip.from == 0)
        } else {
            let begin = try #require(Day(row.first)) - scale.first
            #expect(strip.from * days <= begin * TimeScale.length)
        }
        if row.last == ".." {
            #expect(strip.to == TimeScale.length)
        } else {
            let end = try #require(Day(row.last)) - scale.first + 1
            #expect(strip.to * days >= end * TimeScale.length)
        }
    }
}

extension StripGlyphTests {
    /// One line of the table.
    struct Row: Sendable, CustomTestStringConvertible {
        let date, shape: String
        /// The first and the last possible day; `..` where there is none, and the glyph is open.
        let first, last: String
        let from, to: Int64

        var testDescription: String { date }

        /// The row of a line of six cells; nil for a heading.
        private init?(_ line: Substring) {
            let cells = line.split(separator: " ").map(String.init)
            guard !line.hasPrefix("#"), cells.count == 6, let from = Int64(cells[4]),
                let to = Int64(cells[5])
            else { return nil }
            (date, shape, first, last) = (cells[0], cells[1], cells[2], cells[3])
            (self.from, self.to) = (from, to)
        }

        static let all = table.split(separator: "\n").compactMap { Row($0) }

        /// The date, its shape, its first and last day, and its places from 0 to 1000.
        private static let table = """
            # Days: the ends of the line, leap days, both sides of a new year
            2000-01-01                  day    2000-01-01 2000-01-01   0    6
            2000-02-29                  day    2000-02-29 2000-02-29   4   10
            2001-02-28                  day    2001-02-28 2001-02-28  29   35
            2001-03-01                  day    2001-03-01 2001-03-01  29   35
            2004-02-29                  day    2004-02-29 2004-02-29 104  110
            2024-02-28                  day    2024-02-28 2024-02-28 603  609
            2024-12-31                  day    2024-12-31 2024-12-31 624  630
            2025-01-01                  day    2025-01-01 2025-01-01 625  631
            2036-02-29                  day    2036-02-29 2036-02-29 904  910
            2039-12-31                  day    2039-12-31 2039-12-31 994 1000
            # Marks widen nothing, whichever components they are on
            2031-04-02~                 day    2031-04-02 2031-04-02 781  787
            2031-04-02?                 day    2031-04-02 2031-04-02 781  787
            2031-04-02%                 day    2031-04-02 2031-04-02 781  787
            2004-06~-11                 day    2004-06-11 2004-06-11 111  117
            2004-~06-11                 day    2004-06-11 2004-06-11 111  117
            ?2004-06-~11                day    2004-06-11 2004-06-11 111  117
            2031-04~                    window 2031-04-01 2031-04-30 781  787
            2031~                       window 2031-01-01 2031-12-31 775  800
            %2031-04                    window 2031-04-01 2031-04-30 781  787
            2031-22?                    window 2031-01-01 2031-12-31 775  800
            # A time counts as its day as written, whatever its zone
            2004-01-01T10:10:10         day    2004-01-01 2004-01-01 100  106
            2031-04-02T09:30:00Z        day    2031-04-02 2031-04-02 781  787
            2031-04-01T23:30:00-08:00   day    2031-04-01 2031-04-01 781  787
            2016-12-31T23:59:60Z        day    2016-12-31 2016-12-31 424  430
            # Months and years
            2000-01                     window 2000-01-01 2000-01-31   0    6
            2000-02                     window 2000-02-01 2000-02-29   2    8
            2023-02                     window 2023-02-01 2023-02-28 577  583
            2024-02                     window 2024-02-01 2024-02-29 602  608
            2025-04                     window 2025-04-01 2025-04-30 631  637
            2039-12                     window 2039-12-01 2039-12-31 994 1000
            2000                        window 2000-01-01 2000-12-31   0   26
            2023                        window 2023-01-01 2023-12-31 575  600
            2024                        window 2024-01-01 2024-12-31 600  626
            2039                        window 2039-01-01 2039-12-31 975 1000
            # Seasons: the hemisphere is not stated, so the whole year
            2031-21                     window 2031-01-01 2031-12-31 775  800
            2031-22                     window 2031-01-01 2031-12-31 775  800
            2031-23                     window 2031-01-01 2031-12-31 775  800
            2024-24                     window 2024-01-01 2024-12-31 600  626
            # Digits that are not known: only days that exist, which may be a single one
            200X                        window 2000-01-01 2009-12-31   0  251
            201X                        window 2010-01-01 2019-12-31 250  500
            203X                        window 2030-01-01 2039-12-31 750 1000
            202X-04                     window 2020-04-01 2029-04-30 506  734
            202X-02                     window 2020-02-01 2029-02-28 502  730
            202X-22                     window 2020-01-01 2029-12-31 500  751
            2025-XX                     window 2025-01-01 2025-12-31 625  651
            2024-XX-XX                  window 2024-01-01 2024-12-31 600  626
            2025-0X                     window 2025-01-01 2025-09-30 625  644
            2025-1X                     window 2025-10-01 2025-12-31 643  651
            2025-X2                     window 2025-02-01 2025-12-31 627  651
            2025-04-XX                  window 2025-04-01 2025-04-30 631  637
            2024-02-XX                  window 2024-02-01 2024-02-29 602  608
            2023-02-XX                  window 2023-02-01 2023-02-28 577  583
            2024-02-2X                  window 2024-02-20 2024-02-29 603  609
            2025-02-X9                  window 2025-02-09 2025-02-19 627  633
            2025-12-3X                  window 2025-12-30 2025-12-31 649  655
            2025-XX-31                  window 2025-01-31 2025-12-31 627  651
            202X-12-25                  window 2020-12-25 2029-12-25 524  750
            200X-02-29                  window 2000-02-29 2008-02-29   4  205
            201X-02-29                  window 2012-02-29 2016-02-29 304  405
            2025-04-3X                  day    2025-04-30 2025-04-30 633  639
            2025-X2-29                  day    2025-12-29 2025-12-29 649  655
            # One of a set: a point, whatever lies between
            [2031-04-02]                day    2031-04-02 2031-04-02 781  787
            [2031-04-02..2031-04-12]    window 2031-04-02 2031-04-12 781  787
            [2031-12-31,2032-01-01]     window 2031-12-31 2032-01-01 799  805
            [2031-04-02,2031-04-20]     window 2031-04-02 2031-04-20 781  787
            [2024-02-29,2028-02-29]     window 2024-02-29 2028-02-29 604  705
            [2031-04..2031-06]          window 2031-04-01 2031-06-30 781  788
            [2010..2019]                window 2010-01-01 2019-12-31 250  500
            [2012,2004,2008..2010]      window 2004-01-01 2012-12-31 100  326
            [2031-04-02~,2031-05?]      window 2031-04-02 2031-05-31 781  787
            [..2031-04]                 window ..         2031-04-30   0  784
            [..2004-02-29]              window ..         2004-02-29   0  105
            [2031-04..]                 window 2031-04-01 ..  781 1000
            [2039-12-31..]              window 2039-12-31 ..  994 1000
            [..2031-04-02,2031-04-10]   window ..         2031-04-10   0  782
            # Spans with both ends
            2031-04-02/2031-04-12       span   2031-04-02 2031-04-12 781  787
            2031-04-02/2031-04-02       span   2031-04-02 2031-04-02 781  787
            2031-12-31/2032-01-01       span   2031-12-31 2032-01-01 799  805
            2004-02/2005                span   2004-02-01 2005-12-31 102  151
            2000/2039                   span   2000-01-01 2039-12-31   0 1000
            2031~/2035?                 span   2031-01-01 2035-12-31 775  900
            2004-06-XX/2004-07-03       span   2004-06-01 2004-07-03 110  116
            202X/203X                   span   2020-01-01 2039-12-31 500 1000
            2004-21/2004-23             span   2004-01-01 2004-12-31 100  126
            # Spans with an end that is open, or not known
            2031-04-02/..               span   2031-04-02 ..  781 1000
            2031-04-02/                 span   2031-04-02 ..  781 1000
            2039-12-31/..               span   2039-12-31 ..  994 1000
            ../2031-04-02               span   ..         2031-04-02   0  782
            /2031-02                    span   ..         2031-02-28   0  780
            ../..                       span   ..         ..    0 1000
            /                           span   ..         ..    0 1000
            /..                         span   ..         ..    0 1000
            # All of a set: a span from the first to the last
            {2031,2033}                 span   2031-01-01 2033-12-31 775  851
            {2004-02-29,2008-02-29}     span   2004-02-29 2008-02-29 104  205
            {2024-02..2024-04}          span   2024-02-01 2024-04-30 602  609
            {2010,2004-02,2006..2008}   span   2004-02-01 2010-12-31 102  276
            {2031}                      span   2031-01-01 2031-12-31 775  800
            {2031-04-02}                span   2031-04-02 2031-04-02 781  787
            {..2004-02}                 span   ..         2004-02-29   0  105
            {2031-04..}                 span   2031-04-01 ..  781 1000
            """
    }
}
