import Foundation
import TestSupport
import Testing

/// A report on a case: one file with everything, which loads nothing and leads nowhere else.
@Suite struct ReportTests {
    @Test func `of every case of Fixtures has its parts, and links to places in it alone`()
        async throws
    {
        try await Desk.use { desk in
            try await desk.done("import", Fixtures.path)
            let cases = try await desk.json("list")["cases"].elements.compactMap {
                $0["case"].string
            }
            #expect(cases.count == 8)
            for name in cases {
                try await desk.done("report", name, "--out", "report.html")
                let text = try String(contentsOfFile: desk.path(of: "report.html"), encoding: .utf8)
                let ids = text.split(separator: " id=\"").dropFirst().map {
                    $0.prefix { $0 != "\"" }
                }
                #expect(Set(ids).count == ids.count, "\(name) has a place twice")
                let links = text.split(separator: "href=\"").dropFirst().map {
                    $0.prefix { $0 != "\"" }
                }
                #expect(links.count > 20)
                for link in links {
                    #expect(
                        link.hasPrefix("#") && ids.contains(link.dropFirst()), "\(link) in \(name)")
                }
                for word in ["<script", " src=", "@import", "url("] {
                    #expect(!text.contains(word))
                }
                for part in ["Summary", "Parties", "Timeline", "Sources", "Method and limits"] {
                    #expect(text.contains("<h2>\(part)</h2>"), "\(part) in \(name)")
                }
            }
        }
    }

    @Test func `says what was recorded by then, and refuses a case that is not there`() async throws
    {
        try await Desk.use { desk in
            try await desk.done("import", Fixtures.path)
            try await desk.done("close", "nexperia-seizure", "--outcome", "It is over.")
            try await desk.done(
                "report", "nexperia-seizure", "--known-at", "214", "--out", "old.html")
            try await desk.done("report", "nexperia-seizure", "--out", "new.html")
            let texts = try ["old", "new"].map {
                try String(contentsOfFile: desk.path(of: "\($0).html"), encoding: .utf8)
            }
            #expect(texts[0].contains("which is open: as recorded at position 214"))
            #expect(texts[1].contains("which is closed: as recorded at position 215"))
            let refused = try await desk.program.run(["report", "nothing", "--out", "x.html"])
            #expect(refused.exitCode == 4)
        }
    }

    @Test func `is printed as PDF by a browser, and says so where there is none`() async throws {
        try await Desk.use { desk in
            try await desk.done("open", "acme", "--title", "Acme")
            // A browser that prints what a browser prints, as the file that it is asked for.
            let tools = desk.folder.appendingPathComponent("tools")
            try FileManager.default.createDirectory(
                at: tools, withIntermediateDirectories: false)
            let browser = tools.appendingPathComponent("chromium")
            let script = """
                #!/bin/bash
                for word in "$@"; do
                    case $word in
                        --print-to-pdf=*) file=${word#*=} ;;
                        file://*) page=${word#file://} ;;
                    esac
                done
                { echo %PDF-1.4; cat "$page"; } >"$file"
                """
            try Data(script.utf8).write(to: browser)
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o755], ofItemAtPath: browser.path)
            var program = desk.program
            program.environment["PATH"] = "\(tools.path):/usr/bin:/bin"
            let printed = try await program.run(["report", "acme", "--out", "report.pdf"])
            #expect(printed.exitCode == 0, "\(printed.errors)")
            let text = try String(contentsOfFile: desk.path(of: "report.pdf"), encoding: .utf8)
            #expect(text.hasPrefix("%PDF-1.4\n<!doctype html>") && text.contains("<bdi>Acme</bdi>"))
            try FileManager.default.removeItem(at: browser)
            program.environment["PATH"] = tools.path
            let refused = try await program.run(["report", "acme", "--out", "other.pdf"])
            #expect(refused.exitCode == 73)
            #expect(refused.errors.contains("install chromium"))
            #expect(!FileManager.default.fileExists(atPath: desk.path(of: "other.pdf")))
        }
    }
}
