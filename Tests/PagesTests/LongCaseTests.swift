import Foundation
import Pages
import TestSupport
import Testing

@testable import Casework

/// A case with more events than a page has.
@Suite struct LongCaseTests {
    /// Imports a case of 2,100 notes, and lends its published files.
    private func publishing(
        _ body: @Sendable ([String: String]) throws -> Void
    ) async throws {
        try await Desk.use { desk in
            let opened =
                #"{"stream":"case/long","type":"case.opened","key":"opened","data":{"title":"Long"}}"#
            let actor =
                #"{"stream":"actor/acme","type":"actor.registered","key":"registered","#
                + #""data":{"name":"Acme","type":"company"}}"#
            let notes = (1...2_100).map { number in
                let day = "2031-\(number % 12 + 101)".replacing("-1", with: "-")
                return #"{"stream":"case/long","type":"statement.made","key":"n\#(number)","#
                    + #""occurred":"\#(day)","summary":"Statement \#(number).","#
                    + #""no_source":"made up","actors":[{"role":"actor","actor":"acme"}],"#
                    + #""data":{"content":"Said.","mode":"comment"}}"#
            }
            try desk.write(
                ([actor, opened] + notes).joined(separator: "\n") + "\n", to: "long.jsonl")
            try await desk.done("import", "long.jsonl")
            let folder = desk.path(of: "site")
            _ = try await PublishedFolder(folder).write(
                try await desk.site(), progress: ProgressLog(unit: "pages"))
            let names = ["index", "parts/1/index", "parts/2/index", "parts/3/index"]
            let files = try names.map { name in
                (
                    name,
                    try String(contentsOfFile: "\(folder)/cases/long/\(name).html", encoding: .utf8)
                )
            }
            #expect(!FileManager.default.fileExists(atPath: "\(folder)/cases/long/parts/4"))
            try body(Dictionary(uniqueKeysWithValues: files))
        }
    }

    @Test func `is shown in parts that have every event once, in order of time`() async throws {
        try await publishing { files in
            let parts = (1...3).compactMap { files["parts/\($0)/index"] }
            let headlines = parts.map { $0.matches(of: /<h3><bdi>Statement (\d+)\.<\/bdi><\/h3>/) }
            #expect(headlines.map(\.count) == [1_000, 1_000, 100])
            let numbers = headlines.joined().compactMap { Int($0.output.1) }
            #expect(Set(numbers) == Set(1...2_100))
            let months = numbers.map { $0 % 12 }
            #expect(months == months.sorted())
            let recorded = parts.map { $0.matches(of: /<li value="(\d+)">/).count }
            #expect(recorded == [1_000, 1_000, 101])
        }
    }

    @Test func `has its last events on its own page, with links to all parts`() async throws {
        try await publishing { files in
            let page = try #require(files["index"])
            let last = try #require(files["parts/3/index"])
            #expect(page.matches(of: /<h3><bdi>Statement \d+\.<\/bdi><\/h3>/).count == 1_000)
            for headline in last.matches(of: /<h3><bdi>Statement \d+\.<\/bdi><\/h3>/) {
                #expect(page.contains(headline.output))
            }
            for (number, range) in [(1, "1 to 1000"), (2, "1001 to 2000"), (3, "2001 to 2101")] {
                #expect(
                    page.contains(
                        "<a href=\"../../cases/long/parts/\(number)/index.html\">\(range)</a>"))
            }
            #expect(last.contains("aria-current=\"page\">2001 to 2101</a>"))
        }
    }
}
