import Foundation
import TestSupport
import Testing

/// What a client keeps, and for how long.
@Suite struct CachingTests {
    private static let file = """
        sources:
          gazette-NAME: {title: Gazette NAME, publisher: null, published: 2031-04-02}
        actors:
          actor-NAME: {name: Acme NAME, type: company}
        case: NAME
        title: A case
        events:
          - key: first
            type: action.taken
            occurred: 2031-04-01
            summary: It begins.
            actors: [{role: actor, actor: actor-NAME}]
            claims: [{source: gazette-NAME}]
            data: {what: "x"}

        """

    private func record(_ name: String, on desk: Desk) async throws {
        let text = CachingTests.file.replacingOccurrences(of: "NAME", with: name)
        try desk.write(text, to: "\(name).yaml")
        try await desk.done("import", "\(name).yaml")
    }

    @Test func `a page that was not touched is not sent again`() async throws {
        try await Desk.use { desk in
            try await record("pocket", on: desk)
            try await desk.serving { web in
                let first = try await web.ask("/cases/pocket/")
                let tag = try #require(first.fields["etag"])
                try await record("other", on: desk)
                let again = try await web.ask("/cases/pocket/", ["If-None-Match": tag])
                #expect(again.status == 304 && again.body.isEmpty)
                #expect(again.fields["etag"] == tag)
                try await desk.done("close", "pocket", "--outcome", "It is over.")
                let changed = try await web.ask("/cases/pocket/", ["If-None-Match": tag])
                #expect(changed.status == 200 && changed.text.contains("closed"))
                #expect(changed.fields["etag"] != tag)
            }
        }
    }

    @Test func `a page that nothing changed names the same event, and a list the last one`()
        async throws
    {
        try await Desk.use { desk in
            try await record("pocket", on: desk)
            try await desk.serving { web in
                let (page, list) = (
                    try await web.ask("/cases/pocket/"), try await web.ask("/")
                )
                try await record("other", on: desk)
                let same = try await web.ask("/cases/pocket/")
                #expect(same.body == page.body)
                let changed = try await web.ask("/")
                #expect(changed.fields["etag"] != list.fields["etag"])
                #expect(changed.text.contains("\"cases/other/\""))
            }
        }
    }

    @Test func `what is recorded elsewhere and changes a page makes it another one`() async throws {
        try await Desk.use { desk in
            try await record("pocket", on: desk)
            try await desk.serving { web in
                let chain = try await web.ask("/cases/pocket/chain/").fields["etag"]
                let page = try await web.ask("/cases/pocket/").fields["etag"]
                let answer = """
                    {"stream":"case/reply","type":"case.opened","key":"opened","data":{"title":"Reply"}}
                    {"stream":"case/reply","type":"action.taken","key":"reply","occurred":"2031-05","summary":"It answers.","actors":[{"role":"actor","actor":"actor-pocket"}],"claims":[{"source":"gazette-pocket"}],"data":{"what":"x"},"links":[{"relation":"responds_to","basis":"explicit","likelihood":"likely","asserted_by":["gazette-pocket"],"to":"pocket/first"}]}
                    """
                try desk.write(answer + "\n", to: "reply.jsonl")
                try await desk.done("import", "reply.jsonl")
                let longer = try await web.ask("/cases/pocket/chain/")
                #expect(longer.fields["etag"] != chain && longer.text.contains("It answers."))
                let tag = try await web.ask("/cases/pocket/").fields["etag"]
                #expect(tag != page)
                try await desk.done(
                    "correct", "actor/actor-pocket/registered", "--set", "name=Renamed", "--reason",
                    "typo", "--source", "gazette-pocket")
                let renamed = try await web.ask("/cases/pocket/")
                #expect(renamed.fields["etag"] != tag && renamed.text.contains("Renamed"))
            }
        }
    }

    @Test func `an old page says so again to a client that has it, once later events change it`()
        async throws
    {
        try await Desk.use { desk in
            try await record("pocket", on: desk)
            let head = try await desk.json("list")["known_at"].integer ?? 0
            try await desk.serving { web in
                let old = try await web.ask("/cases/pocket/?known-at=\(head)")
                #expect(!old.text.contains("Later events change"))
                try await desk.done("close", "pocket", "--outcome", "It is over.")
                let tag = try #require(old.fields["etag"])
                let again = try await web.ask(
                    "/cases/pocket/?known-at=\(head)", ["If-None-Match": tag])
                #expect(again.status == 200 && again.text.contains("Later events change"))
            }
        }
    }

    @Test func `HEAD answers as GET does, without the page`() async throws {
        try await Desk.use { desk in
            try await record("pocket", on: desk)
            try await desk.serving { web in
                let page = try await web.ask("/cases/pocket/")
                let head = try await web.ask("/cases/pocket/", method: "HEAD")
                #expect(head.status == 200 && head.body.isEmpty)
                #expect(head.fields["content-length"] == String(page.body.count))
                #expect(head.fields["etag"] == page.fields["etag"])
            }
        }
    }

    @Test func `compressed bytes are those of the page`() async throws {
        try await Desk.use { desk in
            try await record("pocket", on: desk)
            try await desk.serving { web in
                let plain = try await web.ask("/cases/pocket/")
                #expect(plain.fields["content-encoding"] == nil)
                let small = try await web.ask("/cases/pocket/", ["Accept-Encoding": "br, gzip"])
                #expect(small.fields["content-encoding"] == "gzip")
                #expect(small.fields["vary"] == "accept-encoding")
                #expect(small.body.count < plain.body.count)
                try small.body.write(to: desk, "page.gz")
                let unpacked = try await desk.program.run(shell: "gzip -dc page.gz")
                #expect(unpacked.stdout == plain.body)
                let refused = try await web.ask("/cases/pocket/", ["Accept-Encoding": "gzip;q=0"])
                #expect(refused.fields["content-encoding"] == nil)
            }
        }
    }
}

extension [UInt8] {
    fileprivate func write(to desk: Desk, _ name: String) throws {
        try Data(self).write(to: desk.folder.appendingPathComponent(name))
    }
}
