import TestSupport
import Testing

/// The log as server-sent events.
@Suite struct FollowTests {
    @Test func `tells each event as it is recorded, and resumes`() async throws {
        try await Desk.use { desk in
            try await desk.done("open", "one", "--title", "One")
            try await desk.done("open", "two", "--title", "Two")
            try await desk.serving { web in
                let (head, connection) = try await web.listen(
                    at: "/api/v1/follow", until: ": after 2\n\n")
                connection.release()
                #expect(head.contains("text/event-stream") && !head.contains("data:"))
                let (all, first) = try await web.listen(
                    at: "/api/v1/follow?after=0", until: "id: 2\ndata: ")
                #expect(all.contains("id: 1\ndata: {"))
                first.release()
                async let waiting = web.listen(
                    at: "/api/v1/follow", ["Last-Event-ID": "2"], until: "id: 3\ndata: ")
                try await desk.done("open", "three", "--title", "Three")
                let (later, second) = try await waiting
                second.release()
                #expect(!later.contains("id: 2\n"))
                let line = try await desk.done("export", "--format", "jsonl").output.split(
                    separator: "\n")[2]
                #expect(later.contains("id: 3\ndata: \(line)\n\n"))
            }
        }
    }

    @Test func `has a place for the next client when others have left`() async throws {
        try await Desk.use { desk in
            try await desk.done("open", "one", "--title", "One")
            try await desk.serving(with: ["--rate", "0"]) { web in
                // More than there are places for at once.
                var (left, tries) = (80, 0)
                while left > 0, tries < 5_000 {
                    tries += 1
                    do {
                        let (_, connection) = try await web.listen(
                            at: "/api/v1/follow", until: ": after 1")
                        connection.release()
                        left -= 1
                    } catch let refused as WebClient.NoAnswer {
                        // The last ones have not been seen to leave yet.
                        let text = String(decoding: refused.bytes, as: UTF8.self)
                        try #require(text.isEmpty || text.contains("503"), "\(text)")
                    }
                }
                #expect(left == 0)
            }
        }
    }

    @Test(arguments: [
        ("/api/v1/follow?after=-1", 400), ("/api/v1/follow?after=x", 400),
        ("/api/v1/follow?limit=1", 400), ("/api/v1/follow?after=9", 409),
    ])
    func `refuses a position that it cannot begin after`(_ path: String, _ status: Int) async throws
    {
        try await Desk.use { desk in
            try await desk.done("open", "one", "--title", "One")
            try await desk.serving { web in
                let answer = try await web.ask(path)
                #expect(answer.status == status)
                #expect(answer.fields["content-type"] == "application/problem+json")
            }
        }
    }

    @Test func `ends when the server stops`() async throws {
        try await Desk.use { desk in
            try await desk.done("open", "one", "--title", "One")
            let connection = try await desk.serving { web in
                try await web.listen(at: "/api/v1/follow", until: ": after 1").connection
            }
            // The mark of the end: an answer that was cut off has none.
            #expect(connection.rest().hasSuffix("0\r\n\r\n"))
            connection.release()
        }
    }
}
