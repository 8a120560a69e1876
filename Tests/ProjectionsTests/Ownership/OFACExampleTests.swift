import CanonicalJSON
import CaseModel
import Projections
import Testing

/// The worked examples in OFAC's frequently asked questions 399 and 401, with the rest of each
/// entity in the hands of a person who is not blocked, which the examples take for granted.
@Suite struct OFACExampleTests {
    private func blocked(_ parties: String...) throws -> History {
        let start = try History().source("gazette").list("sdn", programme: "SDN List")
            .actor("bystander", ofType: "person").actor("a").actor("b").actor("c")
        return try parties.reduce(start) { history, party in
            try history.actor(party, ofType: "person").lists(party, on: "sdn")
        }
    }

    private func rest(_ history: History, _ shares: KeyValuePairs<String, String>) throws -> History
    {
        try shares.reduce(history) { history, share in
            try history.owns("bystander", share.key, .string(share.value))
        }
    }

    @Test func `401, 1: half of half is captured, because shares are not multiplied`() throws {
        let history = try rest(
            blocked("x").owns("x", "a", "1/2").owns("a", "b", "1/2"), ["a": "1/2", "b": "1/2"])
        #expect(try history.captured("a") == "captured")
        #expect(try history.captured("b") == "captured")
        #expect(try history.control("b").steps.map(\.actor.slug.text) == ["b", "a", "x"])
    }

    @Test func `401, 2: two captured owners add up`() throws {
        let history = try rest(
            blocked("x").owns("x", "a", "1/2").owns("x", "b", "1/2")
                .owns("a", "c", "1/4").owns("b", "c", "1/4"),
            ["a": "1/2", "b": "1/2", "c": "1/2"])
        #expect(try history.captured("c") == "captured")
        #expect(try history.control("c").steps[0].held.min.text == "1/2")
    }

    @Test func `401, 3: a direct and an indirect share add up`() throws {
        let history = try rest(
            blocked("x").owns("x", "a", "1/2").owns("x", "b", "1/10").owns("a", "b", "2/5"),
            ["a": "1/2", "b": "1/2"])
        #expect(try history.captured("b") == "captured")
    }

    @Test func `401, 4: an owner that is not captured adds nothing`() throws {
        let history = try rest(
            blocked("x").owns("x", "a", "1/2").owns("x", "b", "1/4")
                .owns("a", "c", "1/4").owns("b", "c", "1/4"),
            ["a": "1/2", "b": "3/4", "c": "1/2"])
        #expect(try history.captured("a") == "captured")
        #expect(try history.captured("b") == "not_captured")
        #expect(try history.captured("c") == "not_captured")
        #expect(try history.control("c").steps[0].held.max.text == "1/4")
    }

    @Test func `401, 5: two owners below the threshold pass nothing on`() throws {
        let history = try rest(
            blocked("x").owns("x", "a", "1/4").owns("x", "b", "1/4")
                .owns("a", "c", "1/2").owns("b", "c", "1/2"),
            ["a": "3/4", "b": "3/4"])
        #expect(try history.captured("c") == "not_captured")
    }

    @Test func `399: the shares of two blocked persons add up since August 2014`() throws {
        let history = try rest(
            blocked("x", "y").owns("x", "a", "1/4").owns("y", "a", "1/4"), ["a": "1/2"])
        #expect(try history.captured("a") == "captured")
        // Under the guidance of 2008 each had to hold half by itself.
        let early = try rest(
            blocked().lists("x", on: "sdn", day: "2010").lists("y", on: "sdn", day: "2010")
                .actor("x", ofType: "person").actor("y", ofType: "person")
                .owns("x", "a", "1/4").owns("y", "a", "1/4"), ["a": "1/2"])
        #expect(try early.captured("a", asOf: "2012-01-01") == "not_captured")
        #expect(try early.captured("a", asOf: "2015-01-01") == "captured")
    }
}
