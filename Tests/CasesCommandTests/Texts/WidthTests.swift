import RandomSupport
import TestSupport
import Testing

@Suite("The width of a terminal", .serialized)
struct WidthTests {
    /// How many columns a line takes, for the characters that these tests use.
    private func columns(_ line: String) -> Int {
        line.unicodeScalars.reduce(0) { sum, scalar in
            switch scalar.value {
            case 0x300...0x36f: sum  // combining marks
            case 0x3040...0x9fff, 0xac00...0xd7a3, 0xff01...0xff60, 0x1f600...0x1f64f: sum + 2
            default: sum + 1
            }
        }
    }

    /// Text of one to 300 words, of one to 200 letters each, narrow, wide and accented.
    private func text(_ random: inout SplitMix) -> String {
        let letters = ["a", "é", "e\u{301}\u{323}", "語", "한", "！", "😀", "w", "-", "\u{202e}"]
        let words = (1...Int.random(in: 1...300, using: &random)).map { _ in
            let letter = letters.randomElement(using: &random) ?? "a"
            return String(
                repeating: letter, count: Int.random(in: 1...200, using: &random) % 60 + 1)
        }
        return String(words.joined(separator: " ").prefix(1_000))
    }

    /// A slug of so many characters.
    private func slug(_ length: Int, _ random: inout SplitMix) -> String {
        String((0..<length).map { _ in "abcdefgh0123".randomElement(using: &random) ?? "a" })
    }

    private let dates = [
        "2031-04-02T09:30:00+02:00", "Y-123456789012345/Y123456789012345",
        "[2031-04-02..2031-04-12]", "2031", "2031-04~",
    ]

    /// One long chain of events, each pressured by the one before, with long names and texts.
    private func lines(_ random: inout SplitMix) -> String {
        let (name, actor, source) = (slug(80, &random), slug(80, &random), slug(80, &random))
        let words = (0..<6).map { _ in Hostile.quoted(text(&random)) }
        var lines = [
            #"{"stream":"source/\#(source)","key":"captured","type":"source.captured","#
                + #""data":{"title":\#(words[0]),"publisher":null,"published":null}}"#,
            #"{"stream":"actor/\#(actor)","key":"registered","type":"actor.registered","#
                + #""data":{"name":\#(words[1]),"type":"group"}}"#,
            #"{"stream":"case/\#(name)","key":"opened","type":"case.opened","#
                + #""data":{"title":\#(words[2])}}"#,
        ]
        var before: String?
        for index in 0..<20 {
            let key = slug(78, &random) + String(index % 10)
            let links = before.map {
                #","links":[{"relation":"pressured_by","to":"\#(name)/\#($0)","basis":"inferred","#
                    + #""asserted_by":["\#(source)"],"#
                    + #""disputed_by":[{"actor":"\#(actor)","source":"\#(source)"}]}]"#
            }
            lines.append(
                #"{"stream":"case/\#(name)","key":"\#(key)","type":"control.taken","#
                    + #""occurred":"\#(dates[index % dates.count])","summary":\#(words[3]),"#
                    + #""actors":[{"role":"actor","actor":"\#(actor)"}],"#
                    + #""claims":[{"source":"\#(source)","at":\#(words[4])}],"#
                    + #""data":{"asset":"\#(actor)","scope":\#(words[5])}\#(links ?? "")}"#)
            before = key
        }
        return lines.joined(separator: "\n") + "\n"
    }

    @Test(
        "is wide enough for every table, chain and state, whatever stands in them",
        arguments: [UInt64(1), 2])
    func property(seed: UInt64) async throws {
        var random = SplitMix(seed: seed)
        let lines = lines(&random)
        try await Desk.use { desk in
            try desk.write(lines, to: "wide.jsonl")
            let recorded = try await desk.json("import", "wide.jsonl")["recorded"].elements
            let last = try #require(recorded.last?["event"].string)
            let name = try #require(last.split(separator: "/").first.map(String.init))
            let local = String(last.dropFirst(name.count + 1))
            let source = try #require(
                try await desk.json("sources")["sources"].elements.first?["source"].string)
            for reading in [
                ["list"], ["show", name], ["show", last], ["timeline"], ["chain", name],
                ["chain", last], ["why", name, "title"], ["why", name, local], ["sources"],
                ["sources", source], ["diff", name, "--from", "0", "--to", "99"], ["verify"],
                ["doctor"], ["types"], ["types", "measure.imposed"], ["conflicts"],
                ["search", "a"], ["projections"], ["rebuild", "--check"],
            ] {
                let told = try await desk.done(reading).lines
                let wide = told.filter { columns($0) > 80 }
                #expect(wide == [], "\(reading) of seed \(seed)")
                #expect(!told.isEmpty)
                for width in [40, 57, 200] {
                    let told = try await desk.program.run(onTerminal: width, reading).lines
                    let wide = told.filter { columns($0) > width }
                    #expect(wide == [], "\(reading) of seed \(seed) at \(width)")
                    #expect(!told.isEmpty)
                }
            }
        }
    }

    @Test(
        "is what the terminal says, else COLUMNS, else 80; from 40 to 200",
        arguments: [
            (50, "90", 50), (200, nil, 200), (0, "90", 90), (0, "x", 80), (0, nil, 80),
            (20, nil, 40), (0, "1000", 200),
        ] as [(Int, String?, Int)])
    func asked(_ columns: Int, _ variable: String?, _ width: Int) async throws {
        try await Desk.use { desk in
            var program = desk.program
            program.environment["COLUMNS"] = variable
            let title = String(repeating: "a ", count: 300)
            try await desk.done("open", "wide", "--title", title)
            let lines = try await program.run(onTerminal: columns, ["show", "wide"]).lines
            // The words fill a line up to an odd number of columns.
            #expect(lines.first?.count == (width % 2 == 0 ? width - 1 : width))
            let piped = try await program.run(["show", "wide"]).lines
            #expect(piped.first?.count == 79)
        }
    }

    @Test("bounds every help text, the usage included", arguments: [40, 61, 120])
    func help(_ width: Int) async throws {
        try await Desk.withFolder { folder in
            let program = Program(environment: ["NO_COLOR": "1"], folder: folder)
            for command in ExampleTests.commands {
                let told = try await program.run(onTerminal: width, command + ["--help"])
                #expect(told.lines.filter { $0.count > width } == [])
                #expect(told.lines.first?.hasPrefix("EXAMPLE: ") == true)
            }
        }
    }

    @Test("shows a long chain whole: every event once, what lies deep below where it was left")
    func long() async throws {
        var random = SplitMix(seed: 4)
        let lines = lines(&random)
        try await Desk.use { desk in
            try desk.write(lines, to: "long.jsonl")
            let recorded = try await desk.json("import", "long.jsonl")["recorded"].elements
            let last = try #require(recorded.last?["event"].string)
            let chain = try await desk.json("chain", last)
            #expect(chain["nodes"].elements.count == 20)
            #expect(chain["depth"] == 19)
            let tree = try await desk.done("chain", last).output
            // Names are cut where a line ends; the summary stands once under each event.
            let arrows = tree.split(separator: "\n").count {
                $0.contains("└") && $0.contains("pressured_by")
            }
            #expect(arrows == 19)
        }
    }
}
