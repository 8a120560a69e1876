import CaseModel
import RandomSupport
import TestSupport
import Testing

@Suite("No date is more precise than its source", .serialized)
struct PrecisionTests {
    @Test("in any table over the real cases")
    func fixtures() async throws {
        try await Desk.use { desk in
            try await desk.done("import", Fixtures.path)
            let told = try Told(try await desk.done("export", "--format", "jsonl").lines)
            for command in [["list"], ["timeline"]] { try await check(command, told, desk) }
            for slug in told.cases {
                for command in ["show", "chain", "timeline"] {
                    try await check([command, slug], told, desk)
                }
            }
            for event in told.happenings { try await check(["show", event], told, desk) }
        }
    }

    @Test("whatever the dates are")
    func random() async throws {
        var generator = SplitMix(seed: 0x5eed_0080)
        let dates = (0..<60).compactMap { _ in Told.dates.randomElement(using: &generator) }
        let lines = dates.enumerated().map { Told.line($0, $1, until: dates[($0 + 7) % 60]) }
        try await Desk.use { desk in
            try desk.write(Told.opening + lines.joined(separator: "\n") + "\n", to: "case.jsonl")
            try await desk.done("import", "case.jsonl")
            let told = try Told(try await desk.done("export", "--format", "jsonl").lines)
            for command in ["show", "timeline", "chain"] {
                try await check([command, "dates"], told, desk)
            }
            let entries = try await desk.json("timeline", "dates")["entries"].elements
            #expect(
                Dictionary(grouping: entries.map { $0["occurred"]["edtf"] }) { $0 }
                    == Dictionary(grouping: dates.map { JSON.string($0) }) { $0 })
            for (number, date) in dates.enumerated() {
                let shown = try await desk.json("show", "dates/e\(number)")
                #expect(shown["occurred"]["edtf"] == .string(date))
            }
        }
    }

    private func check(_ command: [String], _ told: Told, _ desk: Desk) async throws {
        let output = try await desk.done(command).output
        #expect(told.invented(in: output) == [], "cases \(command.joined(separator: " "))")
    }
}

/// What a record says of dates, read from its export.
private struct Told {
    private(set) var cases: [String] = []
    private(set) var happenings: [String] = []
    /// What is text of its own and may hold anything: summaries, quotes, slugs.
    private var texts: Set<String> = []
    /// Each date as it was told, and in words, with what it is replaced by.
    private var allowed: [String: String] = [:]

    init(_ export: [String]) throws {
        for line in export {
            let event = try JSON(line)
            let stream = event["stream"].string ?? ""
            if event["type"] == "case.opened" { cases.append(String(stream.dropFirst(5))) }
            if event["occurred"] != .null, let key = event["key"].string {
                happenings.append("\(stream.dropFirst(5))/\(key)")
            }
            texts.insert(String(stream.drop { $0 != "/" }.dropFirst()))
            gather(event)
        }
    }

    private mutating func gather(_ value: JSON) {
        switch value {
        case .string(let text):
            if let date = try? EDTFDate(text) {
                allowed[date.phrase] = "¶"
                allowed[text] = "§"
                // What began or ended with a span is dated by that end of it.
                for part in text.split(separator: "/").compactMap({ try? EDTFDate(String($0)) }) {
                    allowed[part.phrase] = "¶"
                    allowed[part.text] = "§"
                }
            } else {
                texts.insert(text)
            }
        case .array(let elements): elements.forEach { gather($0) }
        case .object(let members): members.values.forEach { gather($0) }
        default: break
        }
    }

    /// What looks like a date, or like more of one, and is none that was told.
    func invented(in output: String) -> [String] {
        var text = output.split { $0.isWhitespace || "│├└─╌┈".contains($0) }.joined(separator: " ")
        // Of another making at each run: the moment of recording, and the leaf, whose digits may look
        // like a year.
        text = text.replacing(#/recorded at \S+/#, with: "…")
            .replacing(#/leaf [0-9a-f]{20,} [0-9a-f]+/#, with: "…")
        for word in texts.sorted(by: { $0.count > $1.count }) where word.count > 3 {
            let words = word.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            text = text.replacing(words, with: "…")
        }
        for (date, mark) in allowed.sorted(by: { $0.key.count > $1.key.count }) {
            text = text.replacing(date, with: mark)
        }
        return text.matches(of: Told.suspicious).map { String($0.output) }
    }

    /// A month beside a number, a year with a month, or more digits where a date was told.
    private static var suspicious: Regex<Substring> {
        /[0-9]+ (?:January|February|March|April|June|July|August|September|October|November|December)|\d{4}-\d\d|[0-9]§|[0-9] ?¶|[§¶] ?[-~?%][0-9]?/
    }
}

extension Told {
    /// Dates of every form, none so long that a table breaks it.
    static let dates = [
        "2031", "2031-04", "2031-04-02", "2031-04~", "2031?", "2031-04-02%", "203X", "2031-XX",
        "2031-04-XX", "2031-21", "[2031-04-02..2031-04-12]", "[..2031-04]", "[2031-04..]",
        "{2031-04,2031-06}", "2031-04-02/2031-04-12", "2031-04/2031-06", "2031-04/..", "../2031-04",
        "/2031-04-02", "2031-04-02T09:30:00Z", "-0044-03", "Y170000002", "20XX-02", "?2031-04",
        "2031-04-~02",
    ]

    static let opening = """
        {"stream":"actor/acme","key":"registered","type":"actor.registered","data":{"name":"Acme","type":"company"}}
        {"stream":"case/dates","key":"opened","type":"case.opened","data":{"title":"Dates"}}

        """

    /// A measure with that date; its measure is its own.
    static func line(_ number: Int, _ date: String, until: String) -> String {
        """
        {"stream":"case/dates","key":"e\(number)","type":"measure.imposed","occurred":"\(date)",\
        "summary":"Something happens.","no_source":"made up",\
        "actors":[{"role":"actor","actor":"acme"}],\
        "data":{"measure":"m\(number)","kind":"tariff","until":"\(until)"}}
        """
    }
}
