import TestSupport
import Testing

/// What is not asked for in a way that is known is refused, and said so.
@Suite struct RefusalTests {
    private func serving(_ body: @Sendable (WebClient) async throws -> Void) async throws {
        try await Desk.use { desk in
            try await desk.done("open", "acme", "--title", "Acme")
            try await desk.serving(body)
        }
    }

    @Test(arguments: [
        ("/cases/nothing/", 404, "there is no case"), ("/nothing", 404, "there is no such page"),
        ("/cases/%61cme/", 404, "there is no such page"), ("/?as-of=2031-13", 400, "is not a date"),
        ("/?known-at=soon", 400, "is neither a position nor a time"),
        ("/?colour=red", 400, "is not known here"), ("/?as-of=2031&as-of=2032", 400, "given twice"),
        ("/?as-of=%FF", 400, "not UTF-8"), ("/..%2fetc/passwd", 404, "there is no such page"),
    ])
    func `an address that means nothing`(_ path: String, _ status: Int, _ words: String)
        async throws
    {
        try await serving { web in
            let answer = try await web.ask(path)
            #expect(answer.status == status)
            #expect(answer.text.contains(words), "\(answer.text)")
            #expect(
                answer.fields["content-security-policy"]?.hasPrefix("default-src 'none'") == true)
        }
    }

    @Test(arguments: [
        ("/cases", "/"), ("/cases/?status=open", "/?status=open"), ("/measures", "/measures/"),
        ("/cases/acme?as-of=2031", "/cases/acme/?as-of=2031"),
        ("/api/v1", "/api/v1/openapi.json"), ("/api/v1/", "/api/v1/openapi.json"),
    ])
    func `an address that is nearly one leads to it`(_ path: String, _ other: String) async throws {
        try await serving { web in
            let answer = try await web.ask(path)
            #expect((300..<400).contains(answer.status) && answer.fields["location"] == other)
        }
    }

    @Test func `a program is told as a problem of RFC 9457`() async throws {
        try await serving { web in
            let answer = try await web.ask("/cases/nothing.json")
            #expect(answer.status == 404)
            #expect(answer.fields["content-type"] == "application/problem+json")
            let problem = try JSON(answer.body)
            #expect(problem["status"] == 404 && problem["code"] == "not_found")
            #expect(problem["title"] == "Not Found" && problem["type"] == "about:blank")
            #expect(problem["detail"] == "there is no case \"nothing\"")
        }
    }

    @Test func `what would change something, or has a body`() async throws {
        try await serving { web in
            for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"] {
                let answer = try await web.ask("/", method: method)
                #expect(answer.status == 405 && answer.fields["allow"] == "GET, HEAD", "\(method)")
            }
            let long = try await web.ask("/", ["Content-Length": "5"])
            #expect(long.status == 413)
        }
    }

    @Test func `a name of another host, as a foreign page would use`() async throws {
        try await serving { web in
            for host in ["evil.example", "127.0.0.1.evil.example", ""] {
                let answer = try await web.ask("/", ["Host": host])
                #expect(answer.status == 421 || answer.status == 400, "\(host)")
                #expect(!answer.text.contains("acme"))
            }
            let own = try await web.ask("/", ["Host": "LOCALHOST:\(web.port)"])
            #expect(own.status == 200)
        }
    }

    @Test func `a head that is too long, or has too many fields`() async throws {
        try await serving { web in
            let long = String(repeating: "x", count: 20_000)
            for fields in [
                ["X-Long": long],
                Dictionary(uniqueKeysWithValues: (0..<150).map { ("X-\($0)", "x") }),
            ] {
                let answer = try? await web.ask("/", fields)
                #expect(answer.map { (400..<500).contains($0.status) } ?? true)
                #expect(answer?.text.contains("acme") != true)
            }
            // Others are served as before.
            let next = try await web.ask("/")
            #expect(next.status == 200)
        }
    }

    @Test func `a request that is two at once`() async throws {
        try await serving { web in
            let text =
                "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /cases.json HTTP/1.1\r\n"
                + "Host: localhost\r\nConnection: close\r\n\r\n"
            let answer = String(decoding: try await web.exchange(Array(text.utf8)), as: UTF8.self)
            #expect(answer.hasPrefix("HTTP/1.1 4"))
            #expect(!answer.contains("\"schema\""))
        }
    }

    @Test func `a stop waits for no client that takes nothing`() async throws {
        try await Desk.use { desk in
            let events = (1...4_000).map {
                "{\"stream\":\"case/long\",\"type\":\"note.added\",\"key\":\"n\($0)\",\"data\":{\"text\":\""
                    + String(repeating: "x", count: 2_000) + "\"}}"
            }
            let opened =
                #"{"stream":"case/long","type":"case.opened","key":"opened","data":{"title":"Long"}}"#
            try desk.write(([opened] + events).joined(separator: "\n") + "\n", to: "long.jsonl")
            try await desk.done("import", "long.jsonl")
            // The client goes on holding its connection while the server is told to stop, and `serving`
            // waits for its end.
            let stalled = try await desk.serving { web in
                try web.stall(at: "/api/v1/log")
            }
            stalled.release()
        }
    }

    @Test func `a client that says nothing more is let go`() async throws {
        try await serving { web in
            // Ends when the other side closes; what came until then is no page.
            let answer = try await web.exchange(Array("GET / HTTP/1.1\r\nHost: loc".utf8))
            #expect(!String(decoding: answer, as: UTF8.self).contains("200 OK"))
        }
    }
}
