import TestSupport
import Testing

/// The clock of recording as RFC 7089 has it.
@Suite struct MementoTests {
    private func serving(
        _ body: @Sendable (Desk, WebClient) async throws -> Void
    ) async throws {
        try await Desk.use { desk in
            for (name, time) in [
                ("first", "2031-04-02T09:30:00.25Z"), ("other", "2031-04-02T09:30:01Z"),
            ] {
                try await desk.done("open", name, "--title", "Case \(name)")
                try await desk.sql(
                    """
                    ALTER TABLE WS.event DISABLE TRIGGER ALL;
                    UPDATE WS.event SET recorded_at = '\(time)' WHERE stream = 'case/\(name)';
                    ALTER TABLE WS.event ENABLE TRIGGER ALL;
                    """)
            }
            try await desk.serving { web in try await body(desk, web) }
        }
    }

    @Test func `a page names its mementos, and is its own gate to them`() async throws {
        try await serving { _, web in
            let page = try await web.ask("/cases/first/")
            #expect(
                page.fields["link"] == "</cases/first/>; rel=\"original timegate\", "
                    + "</timemap/cases/first/>; rel=\"timemap\"; type=\"application/link-format\"")
            #expect(page.fields["memento-datetime"] == nil)
            let time = ["Accept-Datetime": "Wed, 02 Apr 2031 09:30:00 GMT"]
            let gate = try await web.ask("/cases/first/", time)
            #expect(gate.status == 302)
            #expect(gate.fields["vary"]?.contains("accept-datetime") == true)
            let address = try #require(gate.fields["location"])
            #expect(address == "/cases/first/?known-at=2031-04-02T09%3A30%3A00.999999Z")
            let memento = try await web.ask(address)
            #expect(memento.status == 200)
            #expect(memento.fields["memento-datetime"] == "Wed, 02 Apr 2031 09:30:00 GMT")
            #expect(try await web.ask("/cases/other/", time).status == 302)
            let absent = try await web.ask("/cases/other/?known-at=2031-04-02T09%3A30%3A00.999999Z")
            #expect(absent.status == 404)
            let refused = try await web.ask("/cases/first/", ["Accept-Datetime": "2031-04-02"])
            #expect(refused.status == 400)
        }
    }

    @Test func `the list of mementos has each event that the page was made from`() async throws {
        try await serving { _, web in
            let list = try await web.ask("/timemap/cases/first/")
            #expect(list.fields["content-type"] == "application/link-format")
            #expect(
                list.text == """
                    </cases/first/>; rel="original timegate",
                    </timemap/cases/first/>; rel="self"; type="application/link-format",
                    </cases/first/?known-at=1>; rel="memento"; datetime="Wed, 02 Apr 2031 09:30:00 GMT"

                    """)
        }
    }
}
