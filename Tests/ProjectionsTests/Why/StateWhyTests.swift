import CanonicalJSON
import CaseModel
import Projections
import Testing

@Suite("Why a case stands as it does")
struct StateWhyTests {
    /// A ban from its announcement on, told in another order than it happened.
    private func ban() throws -> History {
        try History()
            .happened(
                "imposed", "measure.imposed", "2031-03", ["measure": "ban", "kind": "export_ban"],
                by: "council", on: "acme"
            )
            .happened("paused", "measure.suspended", "2031-04", ["measure": "ban"])
            .happened("resumed", "measure.resumed", "2031-05", ["measure": "ban"])
            .happened(
                "announced", "measure.announced", "2031-01",
                ["measure": "ban", "stage": "adopted", "kind": "export_ban"], on: "acme")
    }

    @Test("a status is set by the last event; those before it are overridden, in order of time")
    func status() throws {
        let history = try ban()
        #expect(try history.why("measures.ban.status").value == "in_force")
        #expect(
            try history.because("measures.ban.status") == [
                "announced overridden announced", "imposed overridden in_force",
                "paused overridden suspended", "resumed set in_force",
            ])
        #expect(
            try history.because("measures.ban.since").last == "resumed set 2031-05")
    }

    @Test("whoever says the same again, or adds to a list, has set it too")
    func together() throws {
        let history = try ban()
        #expect(
            try history.because("measures.ban.kind") == [
                "announced set export_ban", "imposed set export_ban",
            ])
        #expect(
            try history.because("measures.ban.by") == [
                #"announced set ["ministry"]"#, #"imposed set ["council"]"#,
            ])
    }

    @Test("enforcement is set by who speaks of it; where nobody does, by who made the measure")
    func enforced() throws {
        #expect(try ban().because("measures.ban.enforced") == ["announced set"])
        let lax = try ban().happened(
            "lax", "measure.amended", nil,
            ["measure": "ban", "change": "It rests.", "enforced": false])
        #expect(try lax.because("measures.ban.enforced") == ["lax set false"])
    }

    @Test("title and status of the case are set by who opens and closes it")
    func frame() throws {
        let history = try History()
            .recorded("opened", "case.opened", ["title": "A"])
            .recorded("closed", "case.closed", ["outcome": "x"])
            .recorded("again", "case.reopened", ["title": "B"])
        #expect(try history.because("title") == ["opened overridden A", "again set B"])
        #expect(
            try history.because("status") == [
                "opened overridden open", "closed overridden closed", "again set open",
            ])
    }

    @Test("what somebody gave back is known by when it was held")
    func returned() throws {
        let history = try History()
            .happened("taken", "control.taken", "2031-01", ["asset": "acme"])
            .happened("court", "control.taken", "2031-02", ["asset": "acme", "scope": "shares"])
        #expect(
            try history.because("controls.acme.since") == ["taken set", "court set"])
        #expect(try history.why("controls.acme.since").value.array?.count == 2)
        #expect(try history.because("controls.acme.court.scope") == ["court set shares"])
        let over = try history.happened(
            "over", "control.returned", "2031-03", ["asset": "acme"])
        #expect(try over.why("controls.acme.taken").value == .null)
        #expect(
            try over.because("controls.acme.taken.since") == [
                "taken overridden 2031-01", "over set null",
            ])
    }

    @Test("an event on something else is named where it decides, and only there")
    func elsewhere() throws {
        let history = try History()
            .happened("taken", "control.taken", "2031-01", ["asset": "acme", "measure": "first"])
            .happened("over", "control.returned", "2031-02", ["asset": "acme", "measure": "other"])
            .happened("other", "action.taken", "2031-03", ["what": "x"])
        #expect(
            try history.because("controls.acme.taken.since") == [
                "taken overridden 2031-01", "over set null",
            ])
        // An order by which something else is taken is not one to give back Acme.
        let more = try history.happened(
            "else", "control.taken", "2031-04", ["asset": "lamp", "measure": "other"])
        #expect(
            try more.because("controls.acme.taken.since") == [
                "taken overridden 2031-01", "over overridden null", "else set 2031-01",
            ])
    }

    @Test("a role is asked for by person, organisation and role, or by any beginning of that")
    func roles() throws {
        let fields: JSONObject = [
            "person": "jo", "organisation": "acme", "role": "chief executive",
        ]
        var lost = fields
        lost["how"] = "suspended"
        let history = try History()
            .happened("stated", "role.stated", "2031-01", fields)
            .happened("lost", "role.changed", "2031-02", lost)
        for field in ["roles.jo.acme.chief executive.status", "roles.jo.status"] {
            #expect(
                try history.because(field) == [
                    "stated overridden in_office", "lost set suspended",
                ])
        }
        #expect(try history.because("roles.jo") == ["stated overridden", "lost set"])
        #expect(try history.grounds().why("roles.jo.acm") == nil)
    }

    @Test("what was retracted says what it had said, and who retracted it")
    func retracted() throws {
        let history = try ban()
            .happened(
                "tariff", "measure.imposed", "2031-06", ["measure": "ban", "kind": "tariff"]
            )
            .retracted("acme/tariff", as: "undo")
        #expect(
            try history.because("measures.ban.kind") == [
                "announced set export_ban", "imposed set export_ban", "tariff retracted tariff",
            ])
        let reason = try #require(try history.why("measures.ban.kind").because.last)
        #expect(reason.standing.retraction?.body.key?.text == "undo")
    }

    @Test("a correction stands with the event that it corrects")
    func corrected() throws {
        let history = try ban().corrected("acme/resumed", as: "fix", ["occurred": "2031-06"])
        let reason = try #require(try history.why("measures.ban.since").because.last)
        #expect(reason.value?.object?["edtf"] == "2031-06")
        #expect(reason.standing.corrections.map { $0.body.key?.text } == ["fix"])
    }

    @Test("a field that is not there has a nearest one")
    func nearest() throws {
        let grounds = try ban().grounds()
        for field in ["measures.bam.status", "measure", "imposed.data.nothing", "imposd", ""] {
            #expect(grounds.why(field) == nil, "\(field)")
        }
        #expect(grounds.nearest(to: "measures.bam.status") == "measures.ban.status")
        #expect(grounds.nearest(to: "imposd") == "imposed")
        #expect(grounds.nearest(to: "xyz") == nil)
    }
}
