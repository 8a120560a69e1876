import CanonicalJSON
import CaseModel
import EventLog
import Foundation
import Postgres
import Testing

@Suite("What append admits by plain SQL")
struct AdmissionTests {
    /// Bodies that are not canonical JSON within the bounds of the language.
    private static let malformed = [
        #"{"data": {"text":"x"}}"#, #" {"data":1}"#, #"{"data":1 }"#, "{\"data\":\n1}",
        #"{"b":1,"a":1}"#, #"{"data":{"b":1,"a":1}}"#, #"{"data":[{"b":1,"a":1}]}"#,
        #"{"data":1,"data":1}"#, #"{"data":{"a":1,"a":2}}"#, #"{"ab":1,"a":1}"#, #"{"a":1,"A":1}"#,
        #"{"data":{"z":{"a":1}},"data":1}"#, #"{"b":{"a":1},"a":1}"#,
        #"{"data":1.0}"#, #"{"data":1e2}"#, #"{"data":1e400}"#, #"{"data":-0}"#, #"{"data":0.5}"#,
        #"{"data":9007199254740992}"#, #"{"data":[1,-9007199254740992]}"#,
        #"{"data":12345678901234567890}"#,
        #"{"data":"\u0041"}"#, #"{"data":"\/"}"#, #"{"data":"\u00e9"}"#, #"{"data":"\u000a"}"#,
        #"{"data":"\u001b"}"#, #"{"data":"\r"}"#, #"{"data":"\b"}"#, #"{"da\u0074a":1}"#,
        #"{"data":"\ud800"}"#, #"{"data":"\u0000"}"#, #"{"data":"\ud83d\ude00"}"#,
        "{\"data\":\"\u{7f}\"}", "{\"data\":\"é\u{85}\"}", "{\"\u{9f}\":1}",
        #"{"data":"# + String(repeating: "[", count: 32) + String(repeating: "]", count: 32) + "}",
        #"{"data":"# + String(repeating: "[", count: 3_000)
            + String(repeating: "]", count: 3_000) + "}",
        "{\"\u{1f600}\":1,\"\u{10ffff}\":1,\"\u{1f601}\":1}", "{\"\u{e000}\":1,\"\u{1f600}\":1}",
        #"{"a\"b":1,"a!b":1}"#,
    ]

    /// Bodies that are.
    private static let canonical = [
        "{}", #"{"data":{"a":{},"b":[]}}"#, #"{"data":[{"b":1},{"a":1}]}"#, #"{"a":1,"ab":1}"#,
        #"{"A":1,"_":1,"a":1}"#, #"{"a":{"b":1},"b":{"a":1}}"#,
        #"{"a":[1,2,-3,0,true,false,null]}"#,
        #"{"a":9007199254740991,"b":-9007199254740991}"#,
        #"{"a":"\\u0041 \" \n \t / {\"b\": 1.0, \"a\": 2}"}"#, #"{"a":":1.0","b":",[{ x"}"#,
        "{\"a\":\"é 東京 \u{1f600}\",\"é\":1}", "{\"\u{1f600}\":1,\"\u{e000}\":1}",
        #"{"":1,"a!b":1,"a\"b":1}"#,
        #"{"data":"# + String(repeating: "[", count: 31) + String(repeating: "]", count: 31) + "}",
    ]

    @Test("these lists agree with the reader and writer of the program")
    func lists() {
        for body in Self.malformed { #expect(!Self.isCanonical(body), "\(body)") }
        for body in Self.canonical { #expect(Self.isCanonical(body), "\(body)") }
    }

    private static func isCanonical(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard let json = try? JSONValue(reading: bytes) else { return false }
        return json.canonicalBytes() == bytes
    }

    @Test("a body that verify would reject is refused, whichever function it comes by")
    func bodies() async throws {
        try await Scratch.use { scratch in
            for body in Self.malformed {
                for call in Self.calls(id: "gen_random_uuid()", body: body) {
                    let state = try await scratch.state(of: call)
                    #expect(state == .malformedEvent, "\(body)")
                }
            }
            #expect(try await scratch.count() == 0)
            for body in Self.canonical {
                for call in Self.calls(id: "gen_random_uuid()", body: body) {
                    #expect(try await scratch.state(of: call) == nil, "\(body)")
                }
            }
        }
    }

    @Test("an event with a key has the id of its key, one without has none of version 5")
    func ids() async throws {
        try await Scratch.use { scratch in
            let keyed = #"{"data":{"text":"x"},"key":"by-hand"}"#
            let own = EventID(stream: .at("a"), key: StreamName.at("by-hand").slug)
            let others = EventID(stream: .at("new"), key: StreamName.at("opened").slug)
            let astray = [
                ("gen_random_uuid()", keyed), ("'\(others)'", keyed),
                ("'\(others)'", "{}"), ("'\(own)'", "{}"),
            ]
            for (id, body) in astray {
                for call in Self.calls(id: id, body: body).prefix(4) {
                    let state = try await scratch.state(of: call)
                    #expect(state == .malformedEvent, "\(id) \(body)")
                }
            }
            // Where the caller defers, the hash is his affair, the version is not.
            for call in Self.calls(id: "gen_random_uuid()", body: keyed).suffix(2) {
                #expect(try await scratch.state(of: call) == .malformedEvent)
            }
            #expect(try await scratch.count() == 0)
            for call in Self.calls(id: "'\(own)'", body: keyed) {
                #expect(try await scratch.state(of: call) == nil)
            }
            #expect(try await scratch.count() == 1)
        }
    }

    /// Every way in, the two last with `defers`.
    private static func calls(id: String, body: String) -> [String] {
        let one = "\(id), 'case/a', 'note.added', $$\(body)$$, 'bob'"
        let many = "ARRAY[\(id)]::uuid[], '{case/a}', '{note.added}', ARRAY[$$\(body)$$]::json[]"
        return [
            "SELECT WS.append(\(one))", "SELECT WS.append(\(many), 'bob', '{}', '{}')",
            "SELECT WS.append_one(\(one), NULL, false)",
            "SELECT WS.append_batch(\(many), 'bob', '{}', '{}', false)",
            "SELECT WS.append_one(\(one), NULL, true)",
            "SELECT WS.append_batch(\(many), 'bob', '{}', '{}', true)",
        ]
    }

    @Test("what a log of the previous release holds is still answered as a replay")
    func replays() async throws {
        try await Scratch.use { scratch in
            let id = EventID.random()
            // As the previous release let it in: without a look at its form.
            let plant = """
                ALTER FUNCTION WS.is_canonical(text) RENAME TO kept;
                CREATE FUNCTION WS.is_canonical(body text) RETURNS boolean
                    LANGUAGE sql IMMUTABLE RETURN true;
                SELECT WS.append('\(id)', 'case/a', 'note.added', '{"b": 1}', 'bob');
                DROP FUNCTION WS.is_canonical(text);
                ALTER FUNCTION WS.kept(text) RENAME TO is_canonical;
                """
            let planted = try await scratch.state(of: plant)
            #expect(planted == nil)
            for call in Self.calls(id: "'\(id)'", body: #"{"b": 1}"#) {
                #expect(try await scratch.state(of: call) == nil)
            }
            #expect(try await scratch.count() == 1)
        }
    }

    @Test("the server's SHA-1 and keyed ids are those of RFC 3174 and of the program")
    func hashes() async throws {
        try await Scratch.use { scratch in
            let vectors = [
                ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
                ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
                (
                    "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                    "84983e441c3bd26ebaae4aa1f95129e5e54670f1"
                ),
            ]
            for (text, digest) in vectors {
                let told = try await scratch.connection.query(
                    """
                    SELECT encode(\(scratch.workspace).sha1(convert_to(\(text), 'UTF8')), 'hex')
                    """
                ) { row in try row.next(String.self) }
                #expect(told == [digest])
            }
            // One, two and three blocks, and what is around their ends.
            for length in 1...80 {
                let stream = StreamName.at(String(repeating: "s", count: length))
                let key = StreamName.at(String(repeating: "k", count: 81 - length)).slug
                let told = try await scratch.connection.query(
                    "SELECT \(scratch.workspace).keyed_id(\(stream.text), \(key.text))"
                ) { row in EventID(try row.next(UUID.self)) }
                #expect(told == [EventID(stream: stream, key: key)])
            }
        }
    }

    @Test("the head has no time of infinity")
    func head() async throws {
        try await Scratch.use { scratch in
            #expect(
                try await scratch.state(of: "UPDATE WS.head SET recorded_at = 'infinity'")
                    == "23514")
            _ = try await scratch.log.append([.make()], by: "anna")
            for time in ["infinity", "-infinity"] {
                #expect(
                    try await scratch.state(of: "UPDATE WS.head SET recorded_at = '\(time)'")
                        == "23514")
            }
        }
    }
}
