import Foundation
import TestSupport
import Testing

/// Pages over HTTP: the same answers as the commands give.
@Suite(.serialized) struct PageTests {
    @Test func `are what the commands answer, as HTML and as JSON`() async throws {
        try await Desk.use { desk in
            try await desk.done("import", Fixtures.path)
            try await desk.serving { web in
                let page = try await web.ask("/cases/nexperia-seizure/")
                #expect(page.status == 200)
                #expect(page.fields["content-type"] == "text/html; charset=utf-8")
                #expect(page.text.contains("takes control of Nexperia away from Wingtech"))
                let told = try await desk.done("show", "nexperia-seizure", "--json")
                let json = try await web.ask("/cases/nexperia-seizure.json")
                #expect(json.body == told.stdout)
                #expect(json.fields["content-type"] == "application/json")
                let list = try await desk.done("list", "--json")
                let cases = try await web.ask("/cases.json")
                #expect(cases.body == list.stdout)
            }
        }
    }

    @Test func `take the clocks of the commands, and keep them in their links`() async throws {
        try await Desk.use { desk in
            try await desk.done("import", Fixtures.path)
            try await desk.serving { web in
                let query = "?as-of=2025-09-30&known-at=200"
                let told = try await desk.done(
                    "show", "nexperia-seizure", "--as-of", "2025-09-30", "--known-at", "200",
                    "--json")
                let json = try await web.ask("/cases/nexperia-seizure.json\(query)")
                #expect(json.body == told.stdout)
                let page = try await web.ask("/cases/nexperia-seizure/\(query)").text
                #expect(page.contains("name=\"as-of\" value=\"2025-09-30\""))
                let chain = "cases/nexperia-seizure/chain/?as-of=2025-09-30&amp;known-at=200"
                #expect(page.contains(chain))
            }
        }
    }

    @Test func `answer what is asked: words, a value, two instants`() async throws {
        try await Desk.use { desk in
            try await desk.done("import", Fixtures.path)
            try await desk.serving { web in
                let asked: [(String, [String])] = [
                    (
                        "/search.json?q=chips+nexperia",
                        ["search", "chips nexperia", "--limit", "100"]
                    ),
                    (
                        "/cases/nexperia-seizure/why.json?field=title",
                        ["why", "nexperia-seizure", "title"]
                    ),
                    (
                        "/cases/nexperia-seizure/changes.json?from=200&to=today",
                        ["diff", "nexperia-seizure", "--from", "200", "--to", "today"]
                    ),
                    (
                        "/actors/nexperia.json?as-of=2025-10-01",
                        ["actors", "nexperia", "--as-of", "2025-10-01"]
                    ),
                ]
                for (path, command) in asked {
                    let told = try await desk.done(command + ["--json"])
                    let answer = try await web.ask(path)
                    #expect(answer.status == 200 && answer.body == told.stdout, "\(path)")
                }
                let changes = try await web.ask("/cases/nexperia-seizure/changes/")
                #expect(changes.text.contains("<select id=\"clock\" name=\"clock\">"))
            }
        }
    }

    @Test func `show the log in parts, and how far the read models have got`() async throws {
        try await Desk.use { desk in
            try await desk.done("import", Fixtures.path)
            try await desk.serving { web in
                let last = try JSON(try await web.ask("/log.json").body)["events"].elements
                #expect(last.map { $0["position"].integer } == (115...214).reversed().map { $0 })
                let page = try await web.ask("/log/").text
                #expect(page.contains("href=\"../log/?before=115\""))
                let first = try JSON(try await web.ask("/log.json?before=15").body)["events"]
                    .elements
                #expect(first.map { $0["position"].integer } == (1...14).reversed().map { $0 })
                let told = try await desk.done("projections", "--json")
                let models = try await web.ask("/read-models.json")
                #expect(models.body == told.stdout)
                let refused = try await web.ask("/log/?before=x")
                #expect(refused.status == 400)
            }
        }
    }

    @Test func `say what later events change, and lead to what was said before`() async throws {
        try await Desk.use { desk in
            try await desk.done("import", Fixtures.path)
            try await desk.done("close", "nexperia-seizure", "--outcome", "It is over.")
            try await desk.serving { web in
                let old = try await web.ask("/cases/nexperia-seizure/?known-at=214")
                #expect(old.text.contains("Later events change what this page shows."))
                #expect(old.text.contains("nexperia-seizure, open."))
                let other = try await web.ask("/cases/wingtech-export-suspension/?known-at=214")
                #expect(!other.text.contains("Later events change"))
                let now = try await web.ask("/cases/nexperia-seizure/")
                #expect(now.text.contains("nexperia-seizure, closed."))
                #expect(now.text.contains("href=\"../nexperia-seizure/?known-at=215\""))
            }
        }
    }

    @Test func `lead to pages only, each of Fixtures`() async throws {
        try await Desk.use { desk in
            try await desk.done("import", Fixtures.path)
            try await desk.serving { web in
                var (seen, next) = (Set(["/"]), ["/"])
                while let path = next.popLast() {
                    let answer = try await web.ask(path)
                    #expect(answer.status == 200, "\(path)")
                    guard answer.fields["content-type"]?.hasPrefix("text/html") == true else {
                        continue
                    }
                    for link in answer.text.links {
                        guard
                            let url = URL(string: link, relativeTo: URL(string: "http://x\(path)"))
                        else { Issue.record("\(link) in \(path)"); continue }
                        // Clocks lead to the same pages again.
                        guard url.query == nil, seen.insert(url.path(percentEncoded: true)).inserted
                        else { continue }
                        next.append(url.path(percentEncoded: true))
                    }
                }
                #expect(seen.count > 700)
            }
        }
    }
}

extension String {
    /// The addresses of its links, without places in the same page.
    fileprivate var links: [String] {
        split(separator: "href=\"").dropFirst().compactMap { $0.split(separator: "\"").first }
            .map { String($0.replacing("&amp;", with: "&")) }.filter { !$0.hasPrefix("#") }
    }
}
