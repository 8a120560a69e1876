import CaseModel
import Testing

@Suite("The times that two dates name")
struct EDTFOverlapTests {
    private func overlap(_ one: String, _ other: String) throws -> Trilean {
        let (one, other) = (try EDTFDate(one), try EDTFDate(other))
        let answer = one.overlaps(other)
        #expect(other.overlaps(one) == answer)
        return answer
    }

    @Test("overlap where years, months, days and intervals have a day in common")
    func yes() throws {
        for (one, other) in [
            ("2031", "2031-04"), ("2031-04", "2031-04-30"), ("2031-04/2031-06", "2031-06-30"),
            ("2031~", "2031"), ("2031-04-02/..", "2035"), ("[2031..2032]", "[2031..2032]"),
        ] {
            #expect(try overlap(one, other) == .yes, "\(one), \(other)")
        }
    }

    @Test("do not where one is over before the other begins")
    func no() throws {
        for (one, other) in [
            ("2030", "2031"), ("2031-04", "2031-05-01"), ("[..2030]", "2031"),
            ("2031-04/2031-06", "2031-07"), ("202X", "2030"),
        ] {
            #expect(try overlap(one, other) == .no, "\(one), \(other)")
        }
    }

    @Test("cannot be compared where one of several days is meant, or an end is not known")
    func unknown() throws {
        for (one, other) in [
            ("[..2031]", "2031"), ("[2031..2032]", "2031"), ("203X", "2031"),
            ("2031-22", "2031-06"), ("2031-04-02/", "2035"),
        ] {
            #expect(try overlap(one, other) == .unknown, "\(one), \(other)")
        }
    }
}
