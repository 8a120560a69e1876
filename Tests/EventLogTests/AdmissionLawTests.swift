import CanonicalJSON
import EventLog
import Postgres
import RandomSupport
import Testing

@Suite("What append admits, and what the program reads")
struct AdmissionLawTests {
    @Test("is the same for made-up JSON, however it is spelt")
    func agreement() async throws {
        try await Scratch.use { scratch in
            let texts = madeUp()
            let admitted = try await admitted(texts, by: scratch)
            for text in differing(texts, admitted) { Issue.record("they differ on \(text)") }
            let count = admitted.count { $0 }
            #expect((1_000...5_000).contains(count), "\(count) of 6,000 are canonical")
        }
    }

    @Test("differs where the server does not look at numbers")
    func control() async throws {
        try await Scratch.use { scratch in
            let state = try await scratch.state(
                of: """
                    CREATE OR REPLACE FUNCTION WS.has_whole_numbers(gap text) RETURNS boolean
                        LANGUAGE sql IMMUTABLE RETURN true
                    """)
            try #require(state == nil)
            let texts = madeUp()
            let differing = differing(texts, try await admitted(texts, by: scratch))
            #expect(!differing.isEmpty)
        }
    }

    private func madeUp() -> [String] {
        var random = SplitMix(seed: 11)
        return (0..<6_000).map { _ in SpeltJSON.object(by: &random) }
    }

    private func admitted(_ texts: [String], by scratch: Scratch) async throws -> [Bool] {
        try await scratch.connection.query(
            """
            SELECT \(scratch.workspace).is_canonical(t.text::json::text)
            FROM unnest(\(texts)) WITH ORDINALITY t (text, place) ORDER BY t.place
            """
        ) { row in try row.next(Bool.self) }
    }

    private func differing(_ texts: [String], _ admitted: [Bool]) -> [String] {
        zip(texts, admitted).filter { isCanonical($0) != $1 }.map(\.0)
    }

    private func isCanonical(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return (try? JSONValue(reading: bytes))?.canonicalBytes() == bytes
    }
}

/// JSON of any spelling that PostgreSQL takes; about half of it is canonical.
private enum SpeltJSON {
    private static let plain = ["a", "b", "Z", "é", "\u{e000}", "😀", "1", " ", ":", ",", "{", "]"]
    private static let escaped = [#"\""#, #"\\"#, #"\n"#, #"\t"#]
    private static let foreign = [
        #"\r"#, #"\/"#, #"\u0041"#, #"\u00e9"#, #"\u001f"#, #"\ud83d\ude00"#, "\u{7f}", "\u{85}",
    ]
    private static let whole = ["0", "1", "-1", "10", "9007199254740991", "-9007199254740991"]
    private static let otherNumbers = [
        "-0", "1.0", "1e2", "1E2", "0.5", "9007199254740992", "-9007199254740992",
        "12345678901234567", "10000000000000000000000",
    ]

    static func object(by random: inout SplitMix) -> String {
        // How many of a thousand pieces are not as RFC 8785 writes them.
        let spice = [0, 5, 50, 50].randomElement(using: &random) ?? 0
        var inner = object(depth: 3, spice, &random)
        if Int.random(in: 0..<20, using: &random) == 0 {
            let depth = Int.random(in: 27...34, using: &random)
            inner =
                #"{"a":"# + String(repeating: "[", count: depth) + inner
                + String(repeating: "]", count: depth) + "}"
        }
        return inner
    }

    private static func value(depth: Int, _ spice: Int, _ random: inout SplitMix) -> String {
        switch Int.random(in: 0..<(depth > 0 ? 6 : 4), using: &random) {
        case 0: number(spice, &random)
        case 1: ["true", "false", "null"].randomElement(using: &random) ?? "null"
        case 2, 3: "\"" + text(spice, &random) + "\""
        case 4: object(depth: depth - 1, spice, &random)
        default: array(depth: depth - 1, spice, &random)
        }
    }

    private static func object(depth: Int, _ spice: Int, _ random: inout SplitMix) -> String {
        var names = (0..<Int.random(in: 0...4, using: &random)).map { _ in text(spice, &random) }
        if !isSpiced(spice, &random) { names = Array(Set(names)) }
        // RFC 8785 sorts names by their UTF-16 code units as they are, not as they are escaped.
        names.sort { unescaped($0).utf16.lexicographicallyPrecedes(unescaped($1).utf16) }
        if isSpiced(spice, &random) { names.reverse() }
        let members = names.map { name in
            "\"\(name)\"" + gap(":", spice, &random) + value(depth: depth, spice, &random)
        }
        return "{" + joined(members, spice, &random) + "}"
    }

    private static func array(depth: Int, _ spice: Int, _ random: inout SplitMix) -> String {
        let elements = (0..<Int.random(in: 0...4, using: &random)).map { _ in
            value(depth: depth, spice, &random)
        }
        return "[" + joined(elements, spice, &random) + "]"
    }

    private static func joined(
        _ parts: [String], _ spice: Int, _ random: inout SplitMix
    ) -> String {
        parts.dropFirst().reduce(parts.first ?? "") { $0 + gap(",", spice, &random) + $1 }
    }

    private static func text(_ spice: Int, _ random: inout SplitMix) -> String {
        (0..<Int.random(in: 0...3, using: &random)).map { _ in
            let usual = Int.random(in: 0..<8, using: &random) == 0 ? escaped : plain
            let pool = isSpiced(spice, &random) ? foreign : usual
            return pool.randomElement(using: &random) ?? ""
        }.joined()
    }

    private static func number(_ spice: Int, _ random: inout SplitMix) -> String {
        (isSpiced(spice, &random) ? otherNumbers : whole).randomElement(using: &random) ?? "0"
    }

    private static func gap(_ mark: String, _ spice: Int, _ random: inout SplitMix) -> String {
        isSpiced(spice, &random)
            ? [" \(mark)", "\(mark)\n", "\(mark)\t"].randomElement(using: &random) ?? mark : mark
    }

    private static func isSpiced(_ spice: Int, _ random: inout SplitMix) -> Bool {
        Int.random(in: 0..<1_000, using: &random) < spice
    }

    private static func unescaped(_ text: String) -> String {
        text.replacing(#"\\"#, with: "\u{1}").replacing(#"\""#, with: "\"")
            .replacing(#"\n"#, with: "\n").replacing(#"\t"#, with: "\t")
            .replacing("\u{1}", with: #"\"#)
    }
}
