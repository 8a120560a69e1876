import CanonicalJSON
import CaseModel
import Projections
import Testing

@Suite("Figures that several events report")
struct FigureConflictTests {
    private func reported(_ period: String? = "2031") throws -> History {
        try History().source("gazette").figure("a", 50, period)
    }

    @Test("contradict each other where one metric of one actor differs over overlapping times")
    func open() throws {
        for period in ["2031", "2031-06", "2030-07/2031-06", "2031~"] {
            #expect(
                try reported().figure("b", 60, period).open().map { $0.prefix(13) } == [
                    "acme revenue:"
                ])
        }
        #expect(
            try reported(nil).figure("b", 60, nil, occurred: nil).open().count == 1)
    }

    @Test("are no contradiction where they say the same")
    func same() throws {
        #expect(try reported().figure("b", 50, "2031").open() == [])
    }

    @Test("are no contradiction in another metric, of another actor, in another unit")
    func others() throws {
        #expect(try reported().figure("b", 60, "2031", metric: "sales").open() == [])
        #expect(try reported().figure("b", 60, "2031", of: "apex").open() == [])
        #expect(try reported().figure("b", 60, "2031", unit: "USD").open() == [])
    }

    @Test("are no contradiction over other periods: a value that changed over time")
    func periods() throws {
        for period in ["2030", "2032", "2030-07/2030-12"] {
            #expect(try reported().figure("b", 60, period).open() == [])
        }
    }

    @Test("are no contradiction where nobody can say whether their times overlap")
    func unknown() throws {
        for period in ["[..2031]", "[2031..2032]", "203X", "2031-22", nil] as [String?] {
            #expect(try reported().figure("b", 60, period).open() == [], "\(period ?? "none")")
        }
        let early = try reported(nil).figure("b", 26, "[..2030]")
        #expect(try early.open() == [])
    }

    @Test("count from the day of the report where no period is told")
    func occurred() throws {
        let history = try History().source("gazette").figure("a", 50, nil, occurred: "2031-05")
        #expect(try history.figure("b", 60, nil, occurred: "2031-05").open().count == 1)
        #expect(try history.figure("b", 60, nil, occurred: "2031-06").open() == [])
    }

    @Test("make one conflict for each time, with every value of it")
    func several() throws {
        let history = try reported().figure("b", 60, "2031").figure("c", 70, "2031")
            .figure("d", 1, "2030").figure("e", 2, "2030").figure("f", 60, "2031")
        let conflicts = try history.conflicts().conflicts
        #expect(conflicts.map(\.values.count) == [3, 2])
        #expect(conflicts[0].values[1].claims.map(\.event.description) == ["acme/b", "acme/f"])
    }

    @Test("leave the open list once they are explained, from either of the two")
    func explained() throws {
        for (event, other) in [("acme/a", "acme/b"), ("acme/b", "acme/a"), ("acme#1", "acme#2")] {
            let history = try reported().figure("b", 60, "2031")
                .explained("why", "value", on: event, with: other, as: "different_metric")
            #expect(try history.open() == [])
            #expect(try history.differences().explained.count == 1)
        }
        let half = try reported().figure("b", 60, "2031").figure("c", 70, "2031")
            .explained("why", "value", on: "acme/a", with: "acme/b")
        #expect(try half.conflicts().conflicts.map(\.isOpen).sorted { $0 && !$1 } == [true, false])
    }
}
