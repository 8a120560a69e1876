import Foundation
import TestSupport
import Testing

@Suite("The record as tables", .serialized)
struct CSVPackageTests {
    private func table(_ name: String, of desk: Desk) throws -> String {
        // Not String(contentsOf:), which takes the byte order mark away.
        let bytes = try Data(contentsOf: URL(fileURLWithPath: desk.path(of: "tables/\(name)")))
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("has one row a claim, an event, a participant and a link")
    func tables() async throws {
        try await Desk.withAcme { desk in
            try await desk.done("export", "--format", "csv", "--out", "tables")
            let claims = """
                event,n,stream,type,occurred,earliest,latest,summary,source,title,publisher,published,withdrawn,at,printed,quote,field,stance,by,grade,about,value
                acme-seizure/warning,1,case/acme-seizure,threat.made,2031-03,2031-03-01,2031-03-31,The ministry warns Acme that it may step in.,gazette-2031-04-02,Order 31/14,State Gazette,2031-04-02,false,paragraph 1,last month,,,,,,,
                acme-seizure/seizure,1,case/acme-seizure,control.taken,2031-04-02,2031-04-02,2031-04-02,The ministry takes control of Acme.,gazette-2031-04-02,Order 31/14,State Gazette,2031-04-02,false,paragraph 2,,,,,,,,

                """
            let writtenclaims = try table("claims.csv", of: desk)
            #expect(writtenclaims == claims.replacingOccurrences(of: "\n", with: "\r\n"))
            let links = """
                event,n,relation,mode,to,basis,likelihood,asserted_by,disputed_by
                acme-seizure/seizure,1,follows,,acme-seizure/warning,temporal,,gazette-2031-04-02,nl-economy-minister@letter-2031-04-10

                """
            let writtenlinks = try table("links.csv", of: desk)
            #expect(writtenlinks == links.replacingOccurrences(of: "\n", with: "\r\n"))
            let description = try JSON(Array(table("datapackage.json", of: desk).utf8))
            let keys = description["resources"].elements.map {
                $0["schema"]["foreignKeys"].elements.count
            }
            #expect(keys == [2, 0, 2, 1, 0, 0])
            let again = try await desk.run("export", "--format", "csv", "--out", "tables")
            #expect(again.exitCode == 73)
        }
    }

    @Test(
        "runs no formula, and gives every text back",
        arguments: ["=1+1", "+x", "-3", "@a", "'x", "\tx", "a,\"b\"\nc"])
    func formulas(text: String) async throws {
        try await Desk.withAcme { desk in
            let quoted = String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
            try desk.write(
                """
                {"stream":"actor/bad","key":"registered","type":"actor.registered","data":{"name":\(quoted),"type":"company"}}

                """, to: "bad.jsonl")
            try await desk.done("import", "bad.jsonl")
            try await desk.done("export", "--format", "csv", "--out", "tables", "--bom")
            let actors = try table("actors.csv", of: desk)
            #expect(actors.utf8.starts(with: "\u{feff}actor,name".utf8))
            let risky = ["=1+1", "+x", "-3", "@a", "'x", "\tx"].contains(text)
            let cell = risky ? "'" + text : "\"a,\"\"b\"\"\nc\""
            #expect(actors.contains("\r\nbad,\(cell),company,,,\r\n"))
        }
    }

    @Test("leaves out what was retracted, and marks what was corrected")
    func standing() async throws {
        try await Desk.withAcme { desk in
            try await desk.done(
                "correct", "acme-seizure/seizure", "--set", "occurred=2031-04-03", "--reason",
                "typo",
                "--no-source", "x")
            try await desk.done("retract", "acme-seizure/warning", "--reason", "x")
            try await desk.done(
                "export", "--format", "csv", "--out", "tables", "--loss", "loss.json")
            let rows = try table("events.csv", of: desk).components(separatedBy: "\r\n")
            let seizure = try #require(rows.first { $0.hasPrefix("acme-seizure/seizure,") })
            #expect(seizure.contains(",2031-04-03,2031-04-03,2031-04-03,"))
            #expect(seizure.contains(",true,,\"{"))
            #expect(!rows.contains { $0.hasPrefix("acme-seizure/warning,") })
            let bytes = try Data(contentsOf: URL(fileURLWithPath: desk.path(of: "loss.json")))
            let report = try JSON(Array(bytes))
            #expect(report["left_out"].elements.map { $0["event"] } == ["acme-seizure/warning"])
            #expect(report["lost"] == [])
        }
    }
}
