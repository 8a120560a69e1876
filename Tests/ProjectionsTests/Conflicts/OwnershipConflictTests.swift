import CanonicalJSON
import CaseModel
import Projections
import Testing

@Suite("Who owns what, and how many there are, by several events")
struct OwnershipConflictTests {
    private func owned(_ share: JSONValue? = "1/3", _ occurred: String? = nil) throws -> History {
        try History().source("gazette").owned("a", by: "jo", share, occurred)
    }

    @Test(
        "contradict each other where one owner has two shares, or holds and does not hold directly")
    func shares() throws {
        #expect(
            try owned().owned("b", by: "jo", "1/2").open().map { $0.prefix(15) } == [
                "acme ownership:"
            ])
        let direct = try History().source("gazette").owned("a", by: "jo", direct: "yes")
        #expect(try direct.owned("b", by: "jo", direct: "no").open().count == 1)
        #expect(try direct.owned("b", by: "jo", direct: "unknown").open() == [])
    }

    @Test(
        "contradict each other where one names an owner and another says that it is not disclosed")
    func undisclosed() throws {
        let history = try owned().happened(
            "b", "ownership.stated", nil, ["asset": "acme", "undisclosed": true])
        #expect(
            try history.open() == [
                #"acme ownership: {"direct":"unknown","owner":"jo","share":"1/3"} | "#
                    + #"{"undisclosed":true}"#
            ])
        #expect(
            try owned().happened(
                "b", "ownership.stated", nil, ["asset": "apex", "undisclosed": true]
            ).open() == [])
    }

    @Test("are no contradiction for another owner, a share that is not said or allows the other")
    func others() throws {
        #expect(try owned().owned("b", by: "apex", "1/2").open() == [])
        #expect(try owned().owned("b", by: "jo").open() == [])
        #expect(try owned().owned("b", by: "jo", "2/6").open() == [])
        #expect(
            try owned().owned("b", by: "jo", ["printed": "a minority", "max": "1/2"]).open() == [])
    }

    @Test("are no contradiction where a share changed over time")
    func changed() throws {
        #expect(try owned("1/3", "2030").owned("b", by: "jo", "1/2", "2031").open() == [])
        #expect(try owned("1/3", "2031").owned("b", by: "jo", "1/2", "2031-04").open().count == 1)
        #expect(try owned("1/3", "2030").owned("b", by: "jo", "1/2", nil).open().count == 1)
    }

    @Test("are found across cases, and belong to each of them")
    func cases() throws {
        let history = try owned().inCase("other").owned("b", by: "jo", "1/2")
            .inCase("third").happened("c", "meeting.held", nil)
        let conflicts = try history.conflicts()
        for (name, count) in [("acme", 1), ("other", 1), ("third", 0)] {
            let slug = try #require(Slug(name))
            #expect(conflicts.concerning(slug).conflicts.count == count)
        }
    }

    private func delivered(_ used: Int64, joined: Bool = true, unit: String = "server") throws
        -> History
    {
        let racks: [JSONValue] = [["role": "asset", "actor": "racks"]]
        return try History().source("gazette")
            .adding(
                "transfer.made", "a",
                [
                    "occurred": .null, "summary": "Racks move.", "actors": .array(racks),
                    "claims": [["source": "gazette"]],
                    "data": ["item": "racks", "quantity": [servers("2,304", ["value": 2304])]],
                ], in: "case/acme"
            )
            .adding(
                "access.provided", "b",
                [
                    "occurred": .null, "summary": "They are used.", "actors": .array(racks),
                    "claims": [["source": "gazette"]],
                    "links": joined ? [link("enabled_by", "acme/a")] : [],
                    "data": [
                        "service": "racks", "provider": "jo", "user": "apex",
                        "quantity": [
                            ["printed": "some", "value": .integer(used), "unit": .string(unit)]
                        ],
                    ],
                ], in: "case/acme")
    }

    @Test("contradict each other where events that a link joins count one asset differently")
    func quantities() throws {
        #expect(try delivered(2300).open().map { $0.prefix(15) } == ["racks quantity:"])
        let explained = try delivered(2300)
            .explained("why", "quantity", on: "acme/b", with: "acme/a", as: "rounding")
        #expect(try explained.open() == [])
        #expect(try explained.differences().explained.map { $0.prefix(15) } == ["racks quantity:"])
        #expect(try explained.retracted("acme/why", as: "undo").open().count == 1)
    }

    @Test("are no contradiction where nothing joins the events, in other units, in one number")
    func deliveries() throws {
        #expect(try delivered(2300, joined: false).open() == [])
        #expect(try delivered(2300, unit: "racks").open() == [])
        #expect(try delivered(2304).open() == [])
    }

    @Test("are listed where somebody explained how the fields of any two events differ")
    func further() throws {
        let history = try History().source("gazette")
            .happened("a", "meeting.held", nil, ["times": servers("3", ["value": 3])])
            .happened("b", "meeting.held", nil, ["times": servers("4", ["value": 4])])
        #expect(try history.conflicts().conflicts == [])
        let explained = try history.explained("why", "times", on: "acme/b", with: "acme/a")
        #expect(
            try explained.differences().explained == [
                #"acme/b data.times: {"printed":"3","unit":"servers","value":3} | "#
                    + #"{"printed":"4","unit":"servers","value":4}"#
            ])
        #expect(try explained.retracted("acme/a", as: "undo").conflicts().conflicts == [])
    }

    @Test("are listed of explained quantities only in units that both events have")
    func commonUnits() throws {
        let racks: JSONValue = ["printed": "32", "value": 32, "unit": "racks"]
        let (many, few) = (servers("72", ["value": 72]), servers("70", ["value": 70]))
        let history = try History().source("gazette")
            .happened("a", "transfer.made", nil, ["item": "x", "quantity": [racks, many]])
            .happened("b", "transfer.made", nil, ["item": "x", "quantity": [few]])
            .explained("why", "quantity", with: "acme/b", as: "rounding")
        #expect(try history.conflicts().conflicts.flatMap(\.values).map(\.value) == [many, few])
    }
}
