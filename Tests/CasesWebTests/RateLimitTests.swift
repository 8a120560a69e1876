import TestSupport
import Testing

@testable import CasesWeb

/// How many requests a client may send.
@Suite struct RateLimitTests {
    private let start = ContinuousClock.now

    @Test func `some may come at once, and then so many a second`() {
        let limit = RateLimit(perSecond: 2)
        let allowed = (0..<30).count { _ in limit.allows("a", at: start) }
        #expect(allowed == 20)
        #expect(limit.allows("b", at: start))
        #expect(!limit.allows("a", at: start.advanced(by: .milliseconds(499))))
        #expect(limit.allows("a", at: start.advanced(by: .milliseconds(500))))
        #expect(!limit.allows("a", at: start.advanced(by: .milliseconds(501))))
        let rested = start.advanced(by: .seconds(3_600))
        #expect((0..<30).count { _ in limit.allows("a", at: rested) } == 20)
    }

    @Test func `there is none if it is 0`() {
        let limit = RateLimit(perSecond: 0)
        #expect((0..<10_000).allSatisfy { _ in limit.allows("a", at: start) })
    }

    @Test func `a client that goes on is told to wait; behind a proxy each has its own`()
        async throws
    {
        try await Desk.use { desk in
            try await desk.done("open", "one", "--title", "One")
            try await desk.serving(with: ["--rate", "1", "--proxy"]) { web in
                let fields = ["X-Forwarded-For": "203.0.113.9, 198.51.100.7"]
                var answer = try await web.ask("/", fields)
                // A slow machine lets some more through.
                for _ in 0..<2_000 where answer.status == 200 {
                    answer = try await web.ask("/", fields)
                }
                #expect(answer.status == 429 && answer.fields["retry-after"] == "1")
                let other = try await web.ask("/", ["X-Forwarded-For": "198.51.100.8"])
                #expect(other.status == 200)
            }
        }
    }
}
