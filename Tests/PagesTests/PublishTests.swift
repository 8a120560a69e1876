import CanonicalJSON
import CaseModel
import Casework
import Foundation
import Pages
import TestSupport
import Testing

/// The static site: the same for the same record, with all its links alive.
@Suite struct PublishTests {
    private func publish(_ desk: Desk, to name: String) async throws -> PublishedFolder.Written {
        try await PublishedFolder(desk.path(of: name)).write(
            try await desk.site(), progress: ProgressLog(unit: "pages"))
    }

    private func files(_ desk: Desk, in name: String) throws -> [String: Data] {
        let folder = desk.path(of: name)
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
        let contents = names.compactMap { file in
            FileManager.default.contents(atPath: "\(folder)/\(file)").map { (file, $0) }
        }
        return Dictionary(uniqueKeysWithValues: contents)
    }

    @Test func `of Fixtures: no template asks for a name that is not there, and no link is dead`()
        async throws
    {
        try await Desk.use { desk in
            try await desk.done("import", Fixtures.path)
            let missing = MissingNames()
            let written = try await MissingNames.$current.withValue(missing) {
                try await publish(desk, to: "site")
            }
            #expect(missing.all == [])
            #expect(written.pages == 339)
            let files = try files(desk, in: "site")
            let pages = files.filter { $0.key.hasSuffix(".html") }
            #expect(links(in: files, expecting: pages) > 3_000)
        }
    }

    @Test func `has the answers of the commands, though it reads each stream once`() async throws {
        try await Desk.use { desk in
            try await desk.done("import", Fixtures.path)
            try await desk.done("close", "nexperia-seizure", "--outcome", "It is over.")
            _ = try await publish(desk, to: "site")
            let files = try files(desk, in: "site")
            let cases = try await desk.json("list")["cases"].elements.compactMap {
                $0["case"].string
            }
            #expect(cases.count == 8)
            var asked: [(String, [String])] = [
                ("cases", ["list"]), ("measures", ["measures"]), ("actors", ["actors"]),
                ("sources", ["sources"]), ("actors/nexperia", ["actors", "nexperia"]),
                ("sources/wsj-2025-10-14", ["sources", "wsj-2025-10-14"]),
                ("cases/nexperia-seizure/events/seizure", ["show", "nexperia-seizure/seizure"]),
                (
                    "cases/nexperia-seizure/events/american-warning",
                    ["show", "nexperia-seizure/american-warning"]
                ),
            ]
            for name in cases {
                asked.append(("cases/\(name)", ["show", name]))
                asked.append(("cases/\(name)/chain", ["chain", name]))
            }
            for (file, command) in asked {
                let told = try await desk.done(command + ["--json"])
                let published = try JSON(try #require(files["\(file).json"]))
                #expect(published.withoutPosition == (try JSON(told.stdout)).withoutPosition)
                #expect(try #require(published["known_at"].integer) <= 215, "\(file)")
            }
        }
    }

    @Test func `changes what an event changes, and what is made from all cases`() async throws {
        try await Desk.use { desk in
            try await desk.done("import", Fixtures.path)
            _ = try await publish(desk, to: "site")
            let before = try files(desk, in: "site")
            try await desk.done("close", "nexperia-seizure", "--outcome", "It is over.")
            _ = try await publish(desk, to: "site")
            let after = try files(desk, in: "site")
            let changed = after.filter { before[$0.key] != $0.value }.keys.filter {
                !$0.hasPrefix("actors/") && !$0.hasPrefix("sources/") && $0.contains("/")
            }
            let own = [
                "cases/nexperia-seizure", "cases/wingtech-export-suspension", "measures/", "due",
                "conflicts",
            ]
            #expect(changed.contains("cases/nexperia-seizure/index.html"))
            for file in changed {
                // Whether a party is listed at a step is told by all cases.
                let isFlow = file.contains("/flow")
                #expect(isFlow || own.contains { file.hasPrefix($0) }, "\(file)")
            }
        }
    }

    @Test func `leaves alone what it did not write, and refuses to write over it`() async throws {
        try await Desk.use { desk in
            try await desk.done("open", "acme", "--title", "Acme")
            let folder = URL(fileURLWithPath: desk.path(of: "site"))
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let own = folder.appendingPathComponent("index.html")
            try Data("mine".utf8).write(to: own)
            let refused = try await desk.program.run(["publish", "site"])
            #expect(
                refused.exitCode == 73 && refused.errors.contains("index.html is there already"))
            #expect(try String(contentsOf: own, encoding: .utf8) == "mine")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 1)
            try FileManager.default.moveItem(
                at: own, to: folder.appendingPathComponent("mine.html"))
            try await desk.done("publish", "site")
            try await desk.done("publish", "site")
            let kept = folder.appendingPathComponent("mine.html")
            #expect(try String(contentsOf: kept, encoding: .utf8) == "mine")
        }
    }

    @Test func `of an empty record has its lists, and leads from file to file`() async throws {
        try await Desk.use { desk in
            let written = try await publish(desk, to: "site")
            #expect(written.pages == 6)
            let files = try files(desk, in: "site")
            let pages = files.filter { $0.key.hasSuffix(".html") }
            #expect(links(in: files, expecting: pages) > 20)
            for page in pages.values {
                let links = String(decoding: page, as: UTF8.self).links
                #expect(!links.contains { $0.hasSuffix("/") })
            }
        }
    }

    /// How many links there are; each must lead to a file of the site.
    private func links(in files: [String: Data], expecting pages: [String: Data]) -> Int {
        var links = 0
        for (name, bytes) in pages {
            for link in String(decoding: bytes, as: UTF8.self).links {
                links += 1
                let target = URL(fileURLWithPath: "/\(name)").deletingLastPathComponent()
                    .appendingPathComponent(link).standardizedFileURL.path
                let file = link.hasSuffix("/") ? target + "/index.html" : target
                #expect(
                    files[String(file.replacing("//", with: "/").dropFirst())] != nil,
                    "\(link) in \(name)")
            }
        }
        return links
    }

    @Test func `leads to an event that is named by its number, and by the id that this became`()
        async throws
    {
        try await Desk.use { desk in
            try desk.write(Pocket.file, to: "pocket.yaml")
            try await desk.done("import", "pocket.yaml")
            let third = #"""
                {"stream":"case/pocket","type":"action.taken","key":"third","occurred":"2031-06-02","summary":"It ends.","actors":[{"role":"actor","actor":"arab"}],"claims":[{"source":"gazette"}],"data":{"what":"x"},"links":[{"relation":"responds_to","mode":"adapts_to","basis":"explicit","asserted_by":["gazette"],"to":"pocket#2"}]}
                """#
            try desk.write(third + "\n", to: "third.jsonl")
            try await desk.done("import", "third.jsonl")
            _ = try await publish(desk, to: "site")
            let files = try files(desk, in: "site")
            #expect(links(in: files, expecting: files.filter { $0.key.hasSuffix(".html") }) > 50)
        }
    }

    @Test func `is the same twice, and writes nothing where nothing has changed`() async throws {
        try await Desk.use { desk in
            try desk.write(Pocket.file, to: "pocket.yaml")
            try await desk.done("import", "pocket.yaml")
            let first = try await publish(desk, to: "site")
            #expect(first.changed > 10 && first.unchanged == 0)
            let again = try await publish(desk, to: "site")
            #expect(again.changed == 0 && again.removed == 0)
            _ = try await publish(desk, to: "other")
            #expect(try files(desk, in: "site") == files(desk, in: "other"))
            let told = try await desk.done("publish", "site")
            #expect(told.output.contains("0 files written"))
            #expect(try files(desk, in: "site") == files(desk, in: "other"))
        }
    }

    @Test func `removes the pages that it no longer has, and nothing else`() async throws {
        try await Desk.use { desk in
            try desk.write(Pocket.file, to: "pocket.yaml")
            try await desk.done("import", "pocket.yaml")
            _ = try await publish(desk, to: "site")
            try desk.write("mine", to: "site/mine.txt")
            let list = desk.path(of: "site/.cases-files")
            let names = try String(contentsOfFile: list, encoding: .utf8)
            try desk.write("old", to: "site/old.html")
            try desk.write("outside", to: "outside.txt")
            try desk.write(names + "old.html\n../outside.txt\n", to: "site/.cases-files")
            #expect(try await publish(desk, to: "site").removed == 1)
            let files = try files(desk, in: ".")
            #expect(files["site/old.html"] == nil)
            #expect(files["site/mine.txt"] != nil && files["outside.txt"] != nil)
        }
    }

    @Test func `escapes scalar by scalar, and leaves out what no markup may contain`() async throws
    {
        try await Desk.use { desk in
            let title = "\\\"\u{301} onfocus=x <\u{338}b> &\u{20E3} \u{FFFF}"
            let line = """
                {"stream":"case/odd","type":"case.opened","key":"opened","data":{"title":"\(title)"}}
                """
            try desk.write(line + "\n", to: "odd.jsonl")
            try await desk.done("import", "odd.jsonl")
            let expected =
                "&quot;\u{301} onfocus=x &lt;\u{338}b&gt; &amp;\u{20E3} \u{FFFD}"
            for page in ["cases/odd/", ""] {
                let text = try await desk.page(page)
                #expect(
                    text.utf8.split(separator: 10).contains { line in
                        Array(line).firstRange(of: Array(expected.utf8)) != nil
                    }, "\(page)")
            }
        }
    }

    @Test func `shows what is recorded as text, never as markup`() async throws {
        try await Desk.use { desk in
            try desk.write(Pocket.file, to: "pocket.yaml")
            try await desk.done("import", "pocket.yaml")
            let page = try await desk.site().page(
                at: .stream(StreamName(.case, try #require(Slug("pocket")))))
            let text = page.text(in: .html)
            #expect(text.contains("&lt;b&gt;Pocket&lt;/b&gt; &amp; &quot;co&quot;"))
            #expect(!text.contains("<b>") && !text.contains("<script"))
            #expect(text.contains("No event is recorded for 60 days, between 2031-04-01 and"))
            #expect(text.contains("<bdi>شركة</bdi>"))
            #expect(page.text(in: .json).contains(#""schema":"cases.case/1""#))
        }
    }
}

/// A small record whose texts are markup.
private enum Pocket {
    static let file = #"""
        sources:
          gazette: {title: "<i>Gazette</i>", publisher: null, published: 2031-04-02}
        actors:
          arab: {name: "شركة", type: company}
        case: pocket
        title: <b>Pocket</b> & "co"
        events:
          - key: first
            type: action.taken
            occurred: 2031-04-01
            summary: "<script>alert(1)</script>"
            actors: [{role: actor, actor: arab}]
            claims: [{source: gazette}]
            data: {what: "<img src=x>"}
          - key: second
            type: action.taken
            occurred: 2031-06-01
            summary: It goes on.
            actors: [{role: actor, actor: arab}]
            claims: [{source: gazette}]
            data: {what: "x"}

        """#
}

extension String {
    /// The addresses of its links, without places in the same page.
    fileprivate var links: [String] {
        split(separator: "href=\"").dropFirst().compactMap { $0.split(separator: "\"").first }
            .map(String.init).filter { !$0.hasPrefix("#") }
    }
}

extension JSON {
    /// An answer without the position that it was read at.
    fileprivate var withoutPosition: JSON {
        guard case .object(var members) = self else { return self }
        members["known_at"] = nil
        return .object(members)
    }
}
