import TestSupport
import Testing

/// Lists as tables, cases by facets, contradictions and flows.
@Suite struct ListPageTests {
    @Test func `are the tables of the commands, with the line ends of RFC 4180`() async throws {
        try await Desk.servingFixtures { desk, web in
            let asked: [(String, [String])] = [
                ("cases", ["list"]), ("measures", ["measures"]), ("actors", ["actors"]),
                ("sources", ["sources"]), ("conflicts", ["conflicts"]),
                ("cases/nexperia-seizure", ["show", "nexperia-seizure"]),
                ("cases/nexperia-seizure/conflicts", ["conflicts", "nexperia-seizure"]),
                ("cases/decentralised-gpu-brokers/flow", ["trace", "decentralised-gpu-brokers"]),
                ("actors/nexperia", ["actors", "nexperia"]),
                ("search", ["search", "wafer"]),
            ]
            for (path, command) in asked {
                let told = try await desk.done(command + ["--format", "csv"]).output
                let query = path == "search" ? "?q=wafer" : ""
                let answer = try await web.ask("/\(path).csv\(query)")
                #expect(answer.fields["content-type"] == "text/csv; charset=utf-8", "\(path)")
                // A line feed within a cell stays what it is.
                #expect(answer.text.replacing("\r\n", with: "\n") == told, "\(path)")
                #expect(answer.text.hasSuffix("\r\n"), "\(path)")
            }
            let event = try await web.ask("/cases/nexperia-seizure/events/seizure.csv")
            #expect(event.status == 404)
        }
    }

    @Test func `narrow the cases down, and say how many each value leaves`() async throws {
        try await Desk.servingFixtures { desk, web in
            try await desk.done("close", "ai-diffusion-rule", "--outcome", "It was rescinded.")
            let all = try await web.ask("/").text
            #expect(all.contains(">open (7)</a>") && all.contains(">closed (1)</a>"))
            let closed = try await web.ask("/?status=closed")
            #expect(closed.text.contains("href=\"cases/ai-diffusion-rule/\""))
            #expect(!closed.text.contains("href=\"cases/nexperia-seizure/\""))
            let rows = try JSON(try await web.ask("/cases.json?status=closed").body)["cases"]
            #expect(rows.elements.map { $0["case"] } == ["ai-diffusion-rule"])
            let last = try await desk.json("list")["cases"].elements
            // A date without a first day names no year.
            let expected = last.filter {
                $0["status"] == "open"
                    && $0["last_date"]["earliest"].string?.hasPrefix("2025") == true
            }
            let year = try JSON(try await web.ask("/cases.json?year=2025&status=open").body)
            #expect(year["cases"].elements == expected)
            let none = try await web.ask("/?year=1999")
            #expect(none.status == 200 && none.text.contains("No case has all of these."))
            for wrong in ["/?status=shut", "/?year=soon"] {
                #expect(try await web.ask(wrong).status == 400, "\(wrong)")
            }
        }
    }

    @Test func `lead from a contradiction to the events that give each value`() async throws {
        try await Desk.servingFixtures { desk, web in
            let page = try await web.ask("/conflicts/").text
            let told = try await desk.json("conflicts")["conflicts"].elements
            #expect(!told.isEmpty)
            for conflict in told {
                let claims = conflict["values"].elements.flatMap { $0["claims"].elements }
                for event in claims.compactMap({ $0["event"].string }) {
                    let parts = event.split(separator: "/")
                    #expect(page.contains("cases/\(parts[0])/events/\(parts[1])/"), "\(event)")
                }
            }
            let other = try await web.ask("/cases/none/conflicts/")
            #expect(other.status == 404)
        }
    }

    @Test func `tell who gave what to whom, and what is remarkable about it`() async throws {
        try await Desk.servingFixtures { desk, web in
            let path = "/cases/decentralised-gpu-brokers/"
            let link = try await web.ask(path).text
            #expect(link.contains(">The flow of goods</a>"))
            let page = try await web.ask("\(path)flow/").text
            let steps = try await desk.json("trace", "decentralised-gpu-brokers")["steps"].elements
            #expect(!steps.isEmpty)
            for step in steps {
                let item = try #require(step["item"].string)
                #expect(
                    page.contains("<bdi>\(item.replacing("'", with: "&#39;"))</bdi>"), "\(item)")
            }
            #expect(
                try await !web.ask("/cases/nexperia-seizure/").text.contains("The flow of goods"))
            let actor = try await web.ask("/actors/nexperia/flow/")
            #expect(actor.text.contains("<bdi>chips, for packaging and testing</bdi>"))
            let other = try await web.ask("/actors/alibaba/flow/")
            #expect(other.text.contains("No transfers and no access are recorded."))
        }
    }
}
