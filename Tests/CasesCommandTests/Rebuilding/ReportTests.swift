import Foundation
import TestSupport
import Testing

@Suite("Reports of a rebuild for machines", .serialized)
struct ReportTests {
    private let names = [
        "due", "links", "measures", "mentions", "participants", "registers", "search", "states",
        "timelines", "unreadable",
    ]

    private func text(_ name: String, at desk: Desk) throws -> String {
        try String(contentsOfFile: desk.path(of: name), encoding: .utf8)
    }

    /// A row of which every sign has a meaning in XML, Markdown or a workflow command.
    private func addHostileRow(_ desk: Desk) async throws {
        try await desk.sql(
            """
            INSERT INTO WS.mention VALUES (
                (SELECT generation FROM WS.projection WHERE name = 'mentions' AND is_live),
                'case/acme-seizure', E'<&">|50%\\n::error::x\\u0001')
            """)
    }

    @Test("as JUnit's XML: a test each read model; of those that differ what differs, escaped")
    func junit() async throws {
        try await Desk.withAcme { desk in
            try await desk.done("rebuild", "--report", "junit:sound.xml")
            let cases = names.map { "  <testcase classname=\"projections\" name=\"\($0)\"/>" }
            #expect(try document("sound.xml", at: desk) == document(cases, failures: 0))
            try await addHostileRow(desk)
            try await desk.sql("UPDATE WS.case_state SET title = 'x', status = 'y'")
            try await desk.sql("UPDATE WS.timeline_entry SET type = 'x'")
            let told = try await desk.run("rebuild", "--check", "--report", "junit:found.xml")
            #expect(told.exitCode == 1)
            let row = "the row case/acme-seizure"
            let found = names.flatMap { name -> [String] in
                switch name {
                case "mentions":
                    failure(
                        name,
                        [
                            row
                                + " &lt;&amp;&quot;&gt;|50% ::error::x&lt;U+1&gt; is not made by the log "
                                + "(event acme-seizure/seizure)"
                        ])
                case "states":
                    failure(name, [row + " has another title, status (event acme-seizure/seizure)"])
                case "timelines":
                    failure(
                        name,
                        [
                            row + " 7 has another type (event acme-seizure/warning)",
                            row + " 8 has another type (event acme-seizure/seizure)",
                        ])
                default: ["  <testcase classname=\"projections\" name=\"\(name)\"/>"]
                }
            }
            #expect(try document("found.xml", at: desk) == document(found, failures: 3))
        }
    }

    private func failure(_ name: String, _ problems: [String]) -> [String] {
        [
            "  <testcase classname=\"projections\" name=\"\(name)\">",
            "    <failure message=\"\(problems[0])\">\(problems.joined(separator: "\n"))</failure>",
            "  </testcase>",
        ]
    }

    private func document(_ cases: [String], failures: Int) -> String {
        let head = [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            "<testsuite name=\"cases rebuild\" tests=\"10\" failures=\"\(failures)\" errors=\"0\" "
                + "time=\"0.000\">",
        ]
        return (head + cases + ["</testsuite>"]).joined(separator: "\n") + "\n"
    }

    /// The document without how long it took, which is three decimals.
    private func document(_ name: String, at desk: Desk) throws -> String {
        try text(name, at: desk).replacing(/time="[0-9]+\.[0-9]{3}"/, with: "time=\"0.000\"")
    }

    @Test("for GitHub: an annotation a line, and a summary behind what is there already")
    func github() async throws {
        try await Desk.withAcme { desk in
            var runner = desk
            runner.program.environment["GITHUB_STEP_SUMMARY"] = desk.path(of: "summary.md")
            try desk.write("before\n", to: "summary.md")
            let sound = try await runner.done("rebuild", "--report", "github")
            #expect(!sound.errors.contains("::error"))
            try await addHostileRow(desk)
            let told = try await runner.run("rebuild", "--check", "--report", "github")
            #expect(told.exitCode == 1)
            let row = #"case/acme-seizure <&">|50% ::error::x<U+1>"#
            #expect(
                told.errors.split(separator: "\n").map(String.init).filter {
                    $0.contains("::error")
                } == [
                    "::error title=mentions::the row "
                        + row.replacingOccurrences(of: "%", with: "%25")
                        + " is not made by the log (event acme-seizure/seizure)"
                ])
            let summary = try text("summary.md", at: desk).split(separator: "\n").map(String.init)
            #expect(summary.first == "before")
            #expect(
                summary.filter { $0.hasPrefix("## ") } == [
                    "## Read models hold at position 8", "## Read models do not hold at position 8",
                ])
            let digest = try await desk.rebuilt("--dry-run", "mentions")["mentions"]?.digest ?? ""
            #expect(
                summary.last { $0.hasPrefix("| mentions ") }
                    == #"| mentions | 2 | 5 | \#(digest) | no | the row case/acme-seizure "#
                    + #"\<\&"\>\|50% ::error::x\<U+1\> is not made by the log "#
                    + "(event acme-seizure/seizure) |")
            // Elsewhere than on a runner there is no summary to write to.
            #expect(try await desk.run("rebuild", "--report", "github").exitCode == 0)
        }
    }

    @Test("for GitHub: no printed line can be taken for a command of either kind")
    func inert() async throws {
        try await Desk.withAcme { desk in
            // The first is a command wherever it stands; the others where the table breaks a line.
            for text in ["##[add-path]/tmp", "x\t##[set-env name=A]b", "::error::x", " ::debug::y"]
            {
                let padding = String(repeating: "a", count: 40)
                for mention in [text, "\(padding) \(text)", "\(padding)\(padding) \(text)"] {
                    try await desk.sql(
                        """
                        INSERT INTO WS.mention VALUES (
                            (SELECT generation FROM WS.projection
                                WHERE name = 'mentions' AND is_live),
                            'case/acme-seizure', '\(mention)')
                        """)
                }
            }
            for format in ["table", "csv", "md", "json", "jsonl"] {
                let told = try await desk.run(
                    "rebuild", "--check", "--report", "github", "--format", format)
                #expect(told.exitCode == 1)
                let printed = (told.output + told.errors).split(separator: "\n")
                #expect(printed.allSatisfy { !$0.contains("##[") }, "\(format)")
                let commands = printed.filter { $0.drop(while: \.isWhitespace).hasPrefix("::") }
                #expect(commands.allSatisfy { $0.hasPrefix("::error title=mentions::the row ") })
                #expect(commands.count == 12)
            }
            let json = try await desk.run("rebuild", "--check", "--report", "github", "--json")
            let keys = try JSON(json.stdout)["projections"].elements
                .flatMap { $0["differences"].elements }.compactMap {
                    $0["key"].elements.last?.string
                }
            #expect(keys.contains("##[add-path]/tmp"))
        }
    }

    @Test("as a receipt: position, root and digests, whether all of it holds")
    func receipt() async throws {
        try await Desk.withAcme { desk in
            let kept = try await desk.readModels()
            try await desk.done("rebuild", "--report", "json:a.json", "--report", "junit:a.xml")
            #expect(FileManager.default.fileExists(atPath: desk.path(of: "a.xml")))
            let text = try text("a.json", at: desk)
            #expect(text.hasSuffix("}\n"))
            let receipt = try JSON(text)
            #expect(
                receipt.names == [
                    "schema", "ok", "position", "root", "seconds", "events_per_second",
                    "projections",
                ])
            #expect(receipt["schema"] == "cases.receipt/1")
            #expect(receipt["ok"] == true)
            #expect(receipt["position"] == 8)
            #expect(receipt["root"] == (try await desk.json("verify")["root"]))
            #expect(ToldReadModel.all(in: receipt) == kept)
            try await desk.sql("UPDATE WS.case_state SET title = 'x'")
            let told = try await desk.run("rebuild", "--check", "--report", "json:b.json")
            #expect(told.exitCode == 1)
            #expect(try JSON(self.text("b.json", at: desk))["ok"] == false)
        }
    }

    @Test("that cannot be written are said, and those of no known form refused")
    func refused() async throws {
        try await Desk.withAcme { desk in
            let told = try await desk.run("rebuild", "--report", "junit:nowhere/a.xml")
            #expect(told.exitCode == 73)
            #expect(told.errors.contains("the report nowhere/a.xml cannot be written"))
            for form in ["junit", "xml:a.xml", "github:a", "junit:", ""] {
                #expect(try await desk.run("rebuild", "--report", form).exitCode == 64, "\(form)")
            }
        }
    }

    @Test("of a rehearsal: it writes nothing but them, and has the digests of the real thing")
    func rehearsal() async throws {
        try await Desk.withAcme { desk in
            let kept = try await desk.readModels()
            try await desk.sql("DELETE FROM WS.projection; DELETE FROM WS.case_state")
            let tables =
                "SELECT (SELECT count(*) FROM WS.projection) + "
                + "(SELECT count(*) FROM WS.case_state) + (SELECT count(*) FROM WS.rebuild_share)"
            let told = try await desk.rebuilt(
                "--dry-run", "--lock", "digests.lock", "--report", "json:a.json")
            #expect(told == kept)
            #expect(try await desk.texts(tables) == ["0"])
            #expect(!FileManager.default.fileExists(atPath: desk.path(of: "digests.lock")))
            #expect(ToldReadModel.all(in: try JSON(text("a.json", at: desk))) == kept)
            #expect(try await desk.run("rebuild", "--dry-run", "--check").exitCode == 64)
        }
    }
}
