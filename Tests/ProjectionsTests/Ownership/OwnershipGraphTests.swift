import CanonicalJSON
import CaseModel
import Projections
import Testing

/// What statements about ownership amount to, and how shares roll up along all paths.
@Suite struct OwnershipGraphTests {
    private var start: History { get throws { try History().source("gazette").source("letter") } }

    private func owners(_ history: History, _ asset: String, asOf day: String? = nil) throws
        -> [String]
    {
        try history.ties(asset, asOf: day).owners.filter { $0.depth == 0 }.map { branch in
            let holding = branch.holding
            let share = "\(holding.share.min.text)…\(holding.share.max.text)"
            return "\(holding.owner) \(share)" + (holding.isDisputed ? " disputed" : "")
        }
    }

    private func shares(_ history: History, _ asset: String) throws -> [String] {
        try history.ties(asset).shares.map {
            "\($0.owner) \($0.share.min.text)…\($0.share.max.text)"
        }
    }

    @Test func `a later statement replaces an earlier one, from its day on`() throws {
        let history = try start.owns("p", "c", "1/2", on: "2030").owns("p", "c", "1/4", on: "2031")
        #expect(try owners(history, "c") == ["p 1/4…1/4"])
        #expect(try owners(history, "c", asOf: "2030-12-31") == ["p 1/2…1/2"])
        #expect(try owners(history, "c", asOf: "2029") == [])
    }

    @Test func `statements that cannot be ordered stand side by side`() throws {
        let history = try start.owns("p", "c", "1/2").owns("p", "c", "1/4", on: "2031")
        #expect(try owners(history, "c") == ["p 1/4…1/2 disputed"])
    }

    @Test func `a statement over a span ends with it`() throws {
        let history = try start.owns("p", "c", "1/2", on: "2030/2031-06-15")
        #expect(try owners(history, "c", asOf: "2031-06-15") == ["p 1/2…1/2"])
        #expect(try owners(history, "c", asOf: "2031-06-16") == [])
        let vague = try start.owns("p", "c", "1/2", on: "2030/2031-06")
        #expect(try owners(vague, "c", asOf: "2031-05-31") == ["p 1/2…1/2"])
        #expect(try owners(vague, "c", asOf: "2031-06-15") == ["p 0…1/2"])
        #expect(try owners(vague, "c", asOf: "2031-07-01") == [])
    }

    @Test func `another share in a claim widens the bounds, a denial leaves nothing certain`()
        throws
    {
        let claimed = try start.owns("p", "c", "1/2", as: "stake").recorded(
            "more", "claim.added",
            ["event": "acme/stake", "field": "data.share", "value": "1/3"],
            claims: [["source": "letter"]])
        #expect(try owners(claimed, "c") == ["p 1/3…1/2"])
        let denied = try start.owns(
            "p", "c", "1/2",
            claims: [["source": "gazette"], ["source": "letter", "stance": "denies"]])
        #expect(try owners(denied, "c") == ["p 0…1/2 disputed"])
    }

    @Test func `what the others hold limits a share that is not stated`() throws {
        let history = try start.owns("p", "c", nil).owns("q", "c", "3/4")
        #expect(try owners(history, "c") == ["p 0…1/4", "q 3/4…3/4"])
    }

    @Test func `owners of more than the whole are all doubtful`() throws {
        let history = try start.owns("p", "c", "3/4").owns("q", "c", "3/4")
        #expect(try owners(history, "c") == ["p 0…3/4 disputed", "q 0…3/4 disputed"])
    }

    @Test func `named and said not to be disclosed is disputed, unless the name came later`() throws
    {
        let history = try start.owns("p", "c", "1", on: "2031").happened(
            nil, "ownership.stated", nil, ["asset": "c", "undisclosed": true])
        #expect(try owners(history, "c") == ["p 0…1 disputed"])
        let later = try start.owns("p", "c", "1", on: "2031").happened(
            nil, "ownership.stated", "2030", ["asset": "c", "undisclosed": true])
        #expect(try owners(later, "c") == ["p 1…1"])
    }

    @Test func `shares are multiplied along a path, and paths add up`() throws {
        let history = try start.owns("top", "a", "1/2").owns("top", "b", "1/3")
            .owns("a", "c", "1/2").owns("b", "c", "1/2").owns("other", "b", "2/3")
        #expect(
            try shares(history, "c")
                == ["a 1/2…1/2", "b 1/2…1/2", "other 1/3…1/3", "top 5/12…5/12"])
    }

    @Test func `a cycle is approached from both sides`() throws {
        // Outsiders hold half of each; all that comes back to them adds up to the whole.
        let history = try start.owns("x", "a", "1/2").owns("b", "a", "1/2")
            .owns("a", "b", "1/2").owns("y", "b", "1/2")
        let found = try history.ties("a").shares.filter { $0.owner.slug.text == "x" }
        let share = try #require(found.first).share
        // 1/2 + 1/2 · 1/4 + 1/2 · 1/16 … is 2/3.
        #expect(share.min <= third(2) && third(2) <= share.max)
        #expect(share.max.numerator * 3 - 2 * share.max.denominator < share.max.denominator / 1000)
    }

    private func third(_ times: Int64) -> Portion {
        (try? Fraction(spelling: "\(times)/3")).map { Portion($0) } ?? .none
    }

    @Test func `the tree shows every owner once and marks what comes back`() throws {
        let history = try start.owns("b", "a", "1").owns("a", "b", "1")
        let tree = try history.ties("a").owners
        #expect(tree.map(\.depth) == [0, 1])
        #expect(tree.map(\.isRepeated) == [false, true])
    }
}
