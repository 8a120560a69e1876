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
                #expect(seen.count > 400)
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
