import CanonicalJSON
import CaseModel
import TestSupport
import Testing
import Wording

@testable import CasesCommand

@Suite("The words of the language", .serialized)
struct TypesTests {
    private func types(_ arguments: String...) async throws -> Outcome {
        try await Desk.withFolder { folder in
            try await Program(environment: [:], folder: folder).run(["types"] + arguments)
        }
    }

    /// The world events and record events of the language, in its order.
    private static let names = [
        "threat.made", "measure.announced", "measure.imposed", "measure.amended",
        "measure.extended", "measure.suspended", "measure.resumed", "measure.ended",
        "party.listed", "party.delisted", "licence.decided", "control.taken", "control.extended",
        "control.returned", "role.changed", "role.stated", "inquiry.opened",
        "inquiry.paused", "inquiry.resumed", "inquiry.withdrawn", "inquiry.closed", "ruling.issued",
        "ruling.appealed", "deadline.set", "statement.made", "meeting.held", "action.taken",
        "transfer.made",
        "access.provided", "facility.opened", "product.made", "ownership.stated",
        "entity.renamed", "plan.announced", "figure.reported",
        "case.opened", "case.reopened", "case.closed", "actor.registered", "actors.merged",
        "source.captured", "source.withdrawn", "measure.registered", "list.registered",
        "claim.added", "difference.explained",
        "event.corrected", "event.retracted", "link.asserted", "link.disputed", "note.added",
        "tag.added",
        "tag.removed", "body.erased",
    ]

    @Test("are all there, in their order, each with what it means")
    func list() async throws {
        let lines = try await types().lines
        #expect(lines.first == "TYPE                  MEANING")
        #expect(lines.suffix(2) == ["", "Fields, words and an example: cases types TYPE"])
        let rows = lines.dropFirst().dropLast(2)
        #expect(rows.map { String($0.prefix { $0 != " " }) } == TypesTests.names)
        #expect(rows.allSatisfy { $0.dropFirst(22).first?.isUppercase == true })
    }

    @Test("one of them shows its fields, words and an example")
    func one() async throws {
        #expect(
            try await types("control.taken").output == """
                control.taken: A seizure, custody or external management begins
                stands in case/SLUG

                FIELDS (? may be absent)
                  asset ACTOR
                  share? SHARE or {printed, min?, max?}
                  scope? TEXT
                  measure? SLUG
                  kind?
                  export_ban|export_licence_requirement|export_cap|export_suspension|entity_list
                  ing|import_ban|tariff|investment_screening|control_seizure|management_interven
                  tion|technology_control|foreign_customer_limit|know_your_customer_rule|financi
                  ng_ban|general_licence|exemption|fine|other
                  until? EDTF

                EXAMPLE, A LINE FOR cases import
                  {"actors":[{"actor":"nl-economy-ministry","role":"actor"}],"claims":[{"source"
                  :"gazette-2031-04-02"}],"data":{"asset":"acme","scope":"management"},"key":"se
                  izure","occurred":"2031-04-02","stream":"case/acme-seizure","summary":"One
                  sentence in your own words.","type":"control.taken"}

                """)
    }

    @Test("have examples that can be recorded, each of them, beside what they name")
    func examples() async throws {
        // An erasure is recorded with the erasure itself, and by no import.
        let names = TypesTests.names.filter { $0 != "body.erased" }
        let lines = try names.map { name in
            let view = TypeView(type: try #require(EventType.named(name)))
            return try #require(view.json.object?["example"]).line
        }
        try await Desk.use { desk in
            // One by one, for some of them have one key; what they name is not there.
            try desk.write(lines.joined(separator: "\n"), to: "examples.jsonl")
            let told = try await desk.run("import", "examples.jsonl", "--json")
            let faults = try JSON(told.stderr)["error"]["faults"].elements
            let wrong = faults.filter {
                $0["code"] != "bad_reference"
                    && $0["hint"].string?.contains("record the second with") != true
            }
            #expect(wrong == [])
        }
    }

    @Test("refuse what is none of them, with the nearest that is")
    func unknown() async throws {
        let told = try await types("control.take")
        #expect(
            told.errors == """
                cases: unknown type "control.take"
                       did you mean "control.taken"?

                """)
        #expect(told.exitCode == 64)
    }
}
