import TestSupport
import Testing

@Suite("add-event", .serialized)
struct AddEventTests {
    /// A deed of Acme, without key, date and source.
    static let deed = [
        "add-event", "acme-seizure", "action.taken", "--summary", "Acme sues.",
        "--actor", "acme", "--set", "what=sued",
    ]

    /// The body of the event that was recorded last.
    private func body(at desk: Desk) async throws -> String {
        String(decoding: try #require(try await desk.events().last).body, as: UTF8.self)
    }

    @Test("records every option at its place in the canonical body")
    func options() async throws {
        try await Desk.withAcme { desk in
            try await desk.done(
                "add-event", "acme-seizure", "control.taken", "--key", "again",
                "--occurred", "[2031-05-01..2031-05-10]", "--summary", "Again.",
                "--actor", "nl-economy-ministry", "--target", "acme", "--role", "asset=acme",
                "--source", "gazette-2031-04-02@page 3, line 1", "--source", "letter-2031-04-10",
                "--set", "asset=acme", "--set", "share=3/8", "--set", "scope=a=b, c",
                "--responds-to", "acme-seizure/warning", "--retaliates-for", "acme-seizure/seizure",
                "--basis", "explicit", "--likelihood", "very_likely")
            let body = try await body(at: desk)
            #expect(
                body == #"""
                    {"actors":[{"actor":"nl-economy-ministry","role":"actor"},\#
                    {"actor":"acme","role":"target"},{"actor":"acme","role":"asset"}],\#
                    "claims":[{"at":"page 3, line 1","source":"gazette-2031-04-02"},\#
                    {"source":"letter-2031-04-10"}],\#
                    "data":{"asset":"acme","scope":"a=b, c","share":"3/8"},"key":"again",\#
                    "links":[{"asserted_by":["gazette-2031-04-02","letter-2031-04-10"],\#
                    "basis":"explicit","likelihood":"very_likely","mode":"retaliates_for",\#
                    "relation":"responds_to","to":"acme-seizure/seizure"},\#
                    {"asserted_by":["gazette-2031-04-02","letter-2031-04-10"],\#
                    "basis":"explicit","likelihood":"very_likely",\#
                    "relation":"responds_to","to":"acme-seizure/warning"}],\#
                    "occurred":"[2031-05-01..2031-05-10]","summary":"Again."}
                    """#)
        }
    }

    @Test(
        "gives a value the type of its field: quantities, flags, lists, null, and text that looks so"
    )
    func types() async throws {
        try await Desk.withAcme { desk in
            try await desk.done(
                "add-event", "acme-seizure", "figure.reported", "--key", "figure", "--undated",
                "--summary", "Ten.", "--actor", "acme", "--no-source", "heard",
                "--set", "metric=2031", "--set", "of=acme",
                "--set", #"value={"printed": "10", "value": 10, "unit": "cars"}"#)
            #expect(
                try await body(at: desk).hasPrefix(
                    #"""
                    {"actors":[{"actor":"acme","role":"actor"}],"data":{"metric":"2031",\#
                    "of":"acme","value":{"printed":"10","unit":"cars","value":10}},"key":"figure"
                    """#))
            try await desk.done(
                "add-event", "acme-seizure", "measure.amended", "--key", "amended",
                "--occurred", "2031", "--summary", "NO", "--actor", "acme",
                "--source", "gazette-2031-04-02", "--set", "measure=m", "--set", "change=null",
                "--set", "enforced=false")
            #expect(
                try await body(at: desk).contains(
                    #""data":{"change":"null","enforced":false,"measure":"m"}"#))
        }
    }

    @Test("takes the fields as one object too, but not both ways")
    func data() async throws {
        try await Desk.withAcme { desk in
            try await desk.done(
                "add-event", "acme-seizure", "action.taken", "--key", "data", "--undated",
                "--summary", "A.", "--actor", "acme", "--no-source", "x",
                "--data", #"{ "what" : "sued" }"#)
            #expect(try await body(at: desk).contains(#""data":{"what":"sued"}"#))
            let told = try await desk.program.run(
                AddEventTests.deed + ["--undated", "--no-source", "x", "--data", "{}"])
            #expect(told.exitCode == 64)
            #expect(
                told.errors.hasPrefix(
                    "Error: Give the fields by --data or by --set, not by both.\n"))
            let bad = Refusal(
                exitCode: 65, code: "bad_json",
                text: """
                    cases: --data is not valid JSON: byte 9: a number with a decimal point
                           write it as a string, like "1.5"
                    """)
            try await bad.check(
                ["add-event", "acme-seizure", "action.taken", "--data", #"{"what": 1.5}"#],
                at: desk)
        }
    }

    @Test(
        "asserts a link by the sources where it is explicit, else by the analyst",
        arguments: [
            (["--basis", "explicit"], #"["gazette-2031-04-02"]"#, "explicit"),
            (["--basis", "inferred"], #"["analyst"]"#, "inferred"),
            (["--basis", "temporal"], #"["analyst"]"#, "temporal"),
            ([], #"["analyst"]"#, "inferred"),
        ])
    func basis(options: [String], asserters: String, basis: String) async throws {
        try await Desk.withAcme { desk in
            let deed =
                AddEventTests.deed + [
                    "--key", "sued", "--occurred", "2031", "--source", "gazette-2031-04-02",
                    "--link", "pressured_by=acme-seizure/seizure",
                ]
            try await desk.done(deed + options)
            #expect(
                try await body(at: desk).contains(
                    #"""
                    "links":[{"asserted_by":\#(asserters),"basis":"\#(basis)",\#
                    "relation":"pressured_by","to":"acme-seizure/seizure"}]
                    """#))
        }
    }

    @Test("takes what only follows as temporal, and names another event by version, id or register")
    func names() async throws {
        try await Desk.withAcme { desk in
            try await desk.done(
                AddEventTests.deed + [
                    "--key", "sued", "--undated", "--no-source", "x",
                    "--link", "follows=acme-seizure#3", "--link", "responds_to=acme-seizure#2",
                    "--link", "enabled_by=bd5459e0-2ac7-5abf-bc6d-c979097c67d9",
                ])
            let chain = try await desk.json("chain", "acme-seizure/sued")
            let links = chain["links"].elements.filter { $0["to"] == "acme-seizure/sued" }
            #expect(
                Set(links.map { [$0["from"], $0["relation"], $0["basis"]] }) == [
                    ["acme-seizure/seizure", "follows", "temporal"],
                    ["acme-seizure/warning", "responds_to", "inferred"],
                    ["acme-seizure/seizure", "enabled_by", "inferred"],
                ])
            // A version is stored as the id that it has.
            let warning = try await desk.text("id", ofEventAt: 7)
            let body = try await body(at: desk)
            #expect(body.contains(#""to":"bd5459e0-2ac7-5abf-bc6d-c979097c67d9"}"#))
            #expect(body.contains(#""to":"\#(warning)"}"#))
            #expect(!body.contains("#"))
        }
    }

    @Test(
        "refuses options that contradict each other, and says which",
        arguments: [
            (["--occurred", "2031", "--undated"], "--occurred and --undated contradict."),
            (["--source", "a", "--no-source", "b"], "--source and --no-source contradict."),
            (["--role", "acme"], "Write --role ROLE=ACTOR, as in --role owner=acme."),
            (
                ["--link", "acme"],
                "Write --link RELATION=EVENT, as in --link follows=acme/seizure."
            ),
            (
                ["--likelihood", "likely"],
                "--basis and --likelihood are those of a link: give --retaliates-for too, "
                    + "--responds-to or --link."
            ),
        ])
    func contradictions(options: [String], words: String) async throws {
        try await Desk.withFolder { folder in
            let program = Program(environment: [:], folder: folder)
            let told = try await program.run(AddEventTests.deed + options)
            #expect(told.errors.hasPrefix("Error: \(words)\n"))
            #expect(told.errors.hasSuffix("See 'cases add-event --help' for more information.\n"))
            #expect(told.exitCode == 64)
            let object = try await program.run(AddEventTests.deed + options + ["--json"])
            let error = try JSON(object.stderr)["error"]
            #expect(
                error == [
                    "code": "usage", "message": .string(words), "hint": "cases --help",
                    "faults": [],
                ])
            #expect(object.exitCode == 64)
        }
    }
}
