import TestSupport
import Testing

/// The drawing of a chain: whole numbers, shapes and words.
@Suite struct DrawingTests {
    private static let file = #"""
        sources:
          gazette: {title: Gazette, publisher: null, published: 2031-04-02}
        actors:
          arcadia: {name: Arcadia, type: state}
          ruritania: {name: "Ruritania & sons", type: state}
        case: quarrel
        title: A quarrel
        events:
          - key: ban
            type: action.taken
            occurred: 2031-04-01
            summary: Arcadia bans chips.
            actors: [{role: actor, actor: arcadia}]
            claims: [{source: gazette}]
            data: {what: "x"}
          - key: answer
            type: action.taken
            occurred: 2031-04-05
            summary: Ruritania bans <b>tools</b>.
            actors: [{role: actor, actor: ruritania}]
            claims: [{source: gazette}]
            data: {what: "y"}
            links:
              - {relation: responds_to, mode: retaliates_for, basis: inferred, likelihood: likely, asserted_by: [gazette], to: quarrel/ban, disputed_by: [{actor: ruritania, source: gazette}]}

        """#

    @Test func `has a row for each event, a lane for each party, and a line for each link`()
        async throws
    {
        try await Desk.use { desk in
            try desk.write(DrawingTests.file, to: "quarrel.yaml")
            try await desk.done("import", "quarrel.yaml")
            let drawn = try await desk.page("cases/quarrel/chain.svg")
            #expect(drawn == DrawingTests.expected)
        }
    }

    /// Two lanes of 22 from 34, one track at 18, rows of 46 from 22; inferred is dashed, retaliation
    /// thick, and a denied link crossed in its middle.
    private static let expected = """
        <svg xmlns="http://www.w3.org/2000/svg" class="chain" width="558" height="194" viewBox="0 0 558 194" font-family="sans-serif" font-size="14" fill="currentColor">
        <title>2 events, from top to bottom in order of time</title>
        <path d="M34 6V94" stroke="#8a8a8a" stroke-width="1" stroke-dasharray="1 3"/>
        <path d="M56 6V94" stroke="#8a8a8a" stroke-width="1" stroke-dasharray="1 3"/>
        <g fill="none" stroke="currentColor" stroke-width="3"><title>«inferred» RETALIATION: retaliates_for, likely, after 4 days</title><path d="M26 22H18V68H45" stroke-dasharray="7 4"/><path d="M39 64L45 68L39 72"/><path d="M13 40l10 10m0 -10l-10 10" stroke-width="2"/></g>
        <circle cx="34" cy="22" r="8" fill="#fdfdfb" stroke="#1b1b1b" stroke-width="1"/>
        <text x="34" y="26" font-size="11" text-anchor="middle" fill="#1b1b1b">1</text>
        <text x="78" y="18" font-weight="bold">1 April 2031</text>
        <text x="78" y="36" unicode-bidi="isolate">Arcadia bans chips.</text>
        <circle cx="56" cy="68" r="8" fill="#fdfdfb" stroke="#1b1b1b" stroke-width="1"/>
        <text x="56" y="72" font-size="11" text-anchor="middle" fill="#1b1b1b">2</text>
        <text x="78" y="64" font-weight="bold">5 April 2031</text>
        <text x="78" y="82" unicode-bidi="isolate">Ruritania bans &lt;b&gt;tools&lt;/b&gt;.</text>
        <text x="4" y="128" font-size="12" unicode-bidi="isolate">1: Arcadia</text>
        <text x="4" y="148" font-size="12" unicode-bidi="isolate">2: Ruritania &amp; sons</text>
        <text x="4" y="168" font-size="12" unicode-bidi="isolate">solid: a source says so; dashed: inferred; dotted: only follows in time</text>
        <text x="4" y="188" font-size="12" unicode-bidi="isolate">crossed: denied; thick: retaliation; double ring: unanswered</text>
        </svg>

        """

    @Test func `of more than 60 events holds those of the case and two links around it`()
        async throws
    {
        try await Desk.use { desk in
            try desk.write(DrawingTests.long(80), to: "long.yaml")
            try await desk.done("import", "long.yaml")
            let drawn = try await desk.page("cases/long/chain.svg")
            #expect(drawn.split(separator: "<circle").count - 1 == 60)
            #expect(drawn.contains("20 more events of the chain are not drawn"))
            let page = try await desk.page("cases/long/chain/")
            #expect(page.split(separator: "<p class=\"date\">").count - 1 == 80)
        }
    }

    /// A case in which each event answers the one before it.
    private static func long(_ count: Int) -> String {
        let events = (1...count).map { number in
            let link =
                number == 1
                ? ""
                : "\n    links: [{relation: responds_to, basis: explicit, likelihood: likely, "
                    + "asserted_by: [gazette], to: long/e\(number - 1)}]"
            return """
                  - key: e\(number)
                    type: action.taken
                    occurred: "2031"
                    summary: Event \(number).
                    actors: [{role: actor, actor: arcadia}]
                    claims: [{source: gazette}]
                    data: {what: "x"}\(link)
                """
        }
        return """
            sources:
              gazette: {title: Gazette, publisher: null, published: 2031-04-02}
            actors:
              arcadia: {name: Arcadia, type: state}
            case: long
            title: A long quarrel
            events:
            \(events.joined(separator: "\n"))

            """
    }
}
