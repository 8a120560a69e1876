import TestSupport
import Testing

/// The API: what its description says, and the answers of the commands.
@Suite struct APITests {
    /// A value for each part of an address.
    private static let parts = [
        "case": "nexperia-seizure", "measure": "nexperia-seizure", "actor": "nexperia",
        "source": "wsj-2025-10-14", "subject": "nexperia", "key": "seizure",
    ]

    @Test func `answers every operation of its description as it says`() async throws {
        try await Desk.servingFixtures { desk, web in
            let id = try await desk.json("show", "nexperia-seizure/seizure")["id"].string
            let document = try JSON(try await web.ask("/api/v1/openapi.json").body)
            #expect(document["openapi"] == "3.1.0")
            let paths = document["paths"]
            #expect(paths.names.count == 25)
            // These answer no single document, and have tests of their own.
            let others = ["/log", "/follow", "/imports"]
            for template in paths.names where !others.contains(template) {
                let operation = paths[template]["get"]
                var path = template
                let parts = APITests.parts.merging(["id": id ?? ""]) { $1 }
                for (name, value) in parts {
                    path = path.replacing("{\(name)}", with: value)
                }
                let required = operation["parameters"].elements.filter {
                    $0["in"] == "query" && $0["required"] == true
                }
                let query = required.map {
                    "\($0["name"].string ?? "")=\($0["example"].string ?? "")"
                }
                let start = "/api/v1\(path)?" + query.joined(separator: "&")
                let answer = try await web.ask(start)
                #expect(answer.status == 200, "\(start)")
                let ok = operation["responses"]["200"]["content"]["application/json"]["schema"]
                #expect(
                    try JSON(answer.body)["schema"] == ok["properties"]["schema"]["const"],
                    "\(start)")
                let parameters = operation["parameters"].elements
                for optional in parameters where optional["in"] == "query" {
                    let name = optional["name"].string ?? ""
                    guard !required.contains(optional) else { continue }
                    let value = optional["example"].string ?? ""
                    let asked = try await web.ask("\(start)&\(name)=\(value)")
                    // Fixtures have no tag.
                    #expect(
                        asked.status == (name == "tag" ? 404 : 200), "\(start)&\(name)=\(value)")
                }
            }
        }
    }

    @Test func `says what the commands say`() async throws {
        try await Desk.servingFixtures { desk, web in
            let asked: [(String, [String])] = [
                (
                    "measures?in-force=2025-10-20&by=country:NL",
                    ["measures", "--in-force", "2025-10-20", "--by", "country:NL"]
                ),
                (
                    "due?from=2025-01-01&within=100w&overdue=yes",
                    ["due", "--from", "2025-01-01", "--within", "100w", "--overdue"]
                ),
                (
                    "cases/nexperia-seizure/timeline?actor=Wingtech+Technology",
                    ["timeline", "nexperia-seizure", "--actor", "Wingtech Technology"]
                ),
                ("answers?known-at=150", ["answers", "--known-at", "150"]),
                ("conflicts", ["conflicts"]), ("trace/nexperia", ["trace", "nexperia"]),
                (
                    "cases/nexperia-seizure/events/seizure?published-by=2025-10",
                    ["show", "nexperia-seizure/seizure", "--published-by", "2025-10"]
                ),
            ]
            for (path, command) in asked {
                let told = try await desk.done(command + ["--json"])
                let answer = try await web.ask("/api/v1/\(path)")
                #expect(answer.status == 200 && answer.body == told.stdout, "\(path)")
            }
        }
    }

    @Test func `gives the log as an export does, whole or from a position on`() async throws {
        try await Desk.servingFixtures { desk, web in
            let exported = try await desk.done("export", "--format", "jsonl").stdout
            let whole = try await web.ask("/api/v1/log")
            #expect(whole.fields["content-type"] == "application/jsonl")
            #expect(try whole.unchunked == exported)
            let lines = exported.split(separator: 10)
            let part = try await web.ask("/api/v1/log?after=100&limit=7")
            #expect(try part.unchunked.split(separator: 10) == Array(lines[100..<107]))
            #expect(part.fields["link"] == "</api/v1/log?after=107&limit=7>; rel=\"next\"")
            let rest = try await web.ask("/api/v1/log?after=210&limit=7")
            #expect(try rest.unchunked.split(separator: 10) == Array(lines[210...]))
            #expect(rest.fields["link"] == nil)
            let end = lines.count
            #expect(try await web.ask("/api/v1/log?after=\(end)").unchunked.isEmpty)
            // A client that asks again would else never learn that the log was restored.
            #expect(try await web.ask("/api/v1/log?after=\(end + 1)").status == 409)
        }
    }

    @Test(arguments: [
        ("/api/v1/nothing", 404), ("/api/v1/cases/", 404), ("/api/v1/cases/none", 404),
        ("/api/v1/search", 400), ("/api/v1/events/x", 400), ("/api/v1/log?after=-1", 400),
        ("/api/v1/due?within=soon", 400), ("/api/v1/cases?as-of=2031-13", 400),
        ("/api/v1/cases/nexperia-seizure/diff?from=1&to=2&clock=wall", 400),
        ("/api/v1/read-models?as-of=2031", 400),
    ])
    func `tells what it refuses as a problem`(_ path: String, _ status: Int) async throws {
        try await Desk.servingFixtures { _, web in
            let answer = try await web.ask(path)
            #expect(answer.status == status)
            #expect(answer.fields["content-type"] == "application/problem+json")
            #expect(try JSON(answer.body)["status"].integer == Int64(status))
        }
    }
}

extension WebClient.Answer {
    /// The body without the marks of its chunks (RFC 9112, section 7.1).
    fileprivate var unchunked: [UInt8] {
        get throws {
            guard fields["transfer-encoding"] == "chunked" else { return body }
            var (rest, whole) = (body[...], [UInt8]())
            while let end = rest.firstRange(of: [13, 10]) {
                let size = String(decoding: rest[..<end.lowerBound], as: UTF8.self)
                let count = try #require(Int(size, radix: 16))
                guard count > 0 else { return whole }
                whole += rest[end.upperBound..<(end.upperBound + count)]
                rest = rest[(end.upperBound + count + 2)...]
            }
            return whole
        }
    }
}
