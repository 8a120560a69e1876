import CanonicalJSON
import CaseModel
import Projections
import Testing

/// Three answers: captured, not captured, and undetermined, with what is missing.
@Suite struct ControlByListedTests {
    private var start: History {
        get throws {
            try History().source("gazette").source("letter")
                .list("entity-list", programme: "Entity List").list("plain")
                .actor("parent").actor("child").actor("state", ofType: "state")
        }
    }

    private func answer(_ history: History, _ day: String? = "2025-10-15") throws -> String {
        try history.captured("child", by: "bis-affiliates", asOf: day)
    }

    @Test func `what nobody is recorded to own is undetermined`() throws {
        let history = try start.lists("parent", on: "entity-list").owns("parent", "child", "1/3")
        #expect(try answer(history) == "undetermined")
        let step = try history.control("child", by: "bis-affiliates", asOf: "2025-10-15").steps[0]
        #expect(step.held.min.text == "1/3")
        #expect(step.held.max.text == "1")
        #expect(step.unknown.text == "2/3")
    }

    @Test func `states and persons have no owners, so their companies are not captured`() throws {
        let history = try start.owns("state", "child", "1")
        #expect(try answer(history) == "not_captured")
        #expect(try history.captured("state", by: "bis-affiliates") == "not_captured")
    }

    @Test func `a company whose owner is a company of unknown owners is undetermined`() throws {
        #expect(try answer(start.owns("parent", "child", "1")) == "undetermined")
    }

    @Test func `the rule has dates`() throws {
        let history = try start.lists("parent", on: "entity-list").owns("parent", "child", "1")
        #expect(try answer(history, "2025-09-28") == "not_captured")
        #expect(try answer(history, "2025-09-29") == "captured")
        #expect(try answer(history, "2025-11-09") == "captured")
        #expect(try answer(history, "2025-11-10") == "not_captured")
        #expect(try answer(history, "2026-11-09") == "not_captured")
        // The suspension was to end; whether it did, the rules do not say.
        #expect(try answer(history, "2026-11-10") == "undetermined")
        #expect(try answer(history, "2025-09") == "undetermined")
        #expect(try answer(history, "2025-10") == "captured")
        #expect(try answer(history, nil) == "undetermined")
    }

    @Test func `whoever is on the list is captured, whatever becomes of the rule`() throws {
        let history = try start.lists("child", on: "entity-list", day: "2023-03")
        for day in ["2024", "2025-10-01", "2026-01-01", "2026-11-10"] {
            #expect(try answer(history, day) == "captured")
        }
        #expect(try answer(history, "2023-02-28") == "not_captured")
    }

    @Test func `a list without a programme may or may not be meant`() throws {
        let history = try start.lists("parent", on: "plain").owns("parent", "child", "1")
            .owns("state", "parent", "1")
        #expect(try answer(history) == "undetermined")
        let other = try start.list("sdn", programme: "SDN List").lists("parent", on: "sdn")
            .owns("parent", "child", "1").owns("state", "parent", "1")
        #expect(try answer(other) == "not_captured")
        #expect(try other.captured("child") == "captured")
    }

    @Test func `a denied listing is undetermined, and so is a denied ownership`() throws {
        let denied: [JSONValue] = [
            ["source": "gazette"], ["source": "letter", "stance": "denies"],
        ]
        let listing = try start.lists("parent", on: "entity-list", claims: denied)
            .owns("parent", "child", "1").owns("state", "parent", "1")
        #expect(try answer(listing) == "undetermined")
        let owner = try start.lists("parent", on: "entity-list")
            .owns("parent", "child", "1", claims: denied)
        #expect(try answer(owner) == "undetermined")
    }

    @Test func `a cycle of owners without a listed one is not captured`() throws {
        let history = try start.owns("child", "parent", "1").owns("parent", "child", "1")
        #expect(try answer(history) == "not_captured")
        let listed = try history.actor("third").owns("third", "child", "0")
            .lists("parent", on: "entity-list")
        #expect(try answer(listed) == "captured")
    }

    @Test func `a wording with bounds decides where it can`() throws {
        let majority: JSONValue = ["printed": "a majority", "min": "1/2"]
        let some: JSONValue = ["printed": "a stake", "max": "49/100"]
        let listed = try start.lists("parent", on: "entity-list")
        #expect(try answer(listed.owns("parent", "child", majority)) == "captured")
        #expect(
            try answer(listed.owns("parent", "child", some).owns("state", "child", "51/100"))
                == "not_captured")
        #expect(try answer(listed.owns("parent", "child", some)) == "undetermined")
        #expect(try answer(listed.owns("parent", "child", nil)) == "undetermined")
    }

    @Test func `an indirect share is part of somebody else's direct one`() throws {
        let history = try start.lists("parent", on: "entity-list")
            .owns("parent", "child", "3/5", direct: "no").owns("state", "child", "3/5")
        #expect(try answer(history) == "not_captured")
    }

    @Test func `a correction changes the answer from then on`() throws {
        let before = try start.lists("parent", on: "entity-list")
            .owns("parent", "child", "1/2", as: "stake")
            .owns("state", "child", "1/2", on: "2025-01")
        let after = try before.corrected("acme/stake", as: "slip", ["data.share": "1/4"])
        #expect(try answer(before) == "captured")
        #expect(try answer(after) == "undetermined")
        #expect(try answer(after.owns("state", "child", "3/4", on: "2025-10-01")) == "not_captured")
    }
}
