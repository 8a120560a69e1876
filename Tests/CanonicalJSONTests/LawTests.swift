import CanonicalJSON
import RandomSupport
import Testing

@Suite("Laws of reading and writing")
struct LawTests {
    static let seeds: [UInt64] = Array(1...200)

    @Test("what is written is read back the same, and written the same again", arguments: seeds)
    func roundTrip(seed: UInt64) throws {
        var generator = SplitMix(seed: seed)
        let value = JSONValue.random(depth: 5, using: &generator)
        let bytes = value.canonicalBytes()
        let back = try JSONValue(reading: bytes)
        #expect(back == value)
        #expect(back.hashValue == value.hashValue)
        #expect(back.canonicalBytes() == bytes)
    }

    @Test("whitespace, escapes and the order of members change no canonical byte", arguments: seeds)
    func spelling(seed: UInt64) throws {
        var generator = SplitMix(seed: seed)
        let value = JSONValue.random(depth: 5, using: &generator)
        let spelled = try JSONValue(reading: Spelling(value, using: generator).bytes)
        #expect(spelled == value)
        #expect(spelled.canonicalBytes() == value.canonicalBytes())
    }

    @Test("bytes are canonical if they are those that are written, and only then", arguments: seeds)
    func canonical(seed: UInt64) throws {
        var generator = SplitMix(seed: seed)
        let value = JSONValue.random(depth: 4, using: &generator)
        let bytes = value.canonicalBytes()
        let own = try JSONDocument(reading: bytes)
        #expect(own.isCanonical)
        let spelled = Spelling(value, using: generator).bytes
        let (document, isSame) = (try JSONDocument(reading: spelled), spelled == bytes)
        #expect(document.isCanonical == isSame)
        for place in 0...bytes.count {
            let spaced = bytes[..<place] + [0x20] + bytes[place...]
            guard let document = try? JSONDocument(reading: Array(spaced)) else { continue }
            let written = document.root.value.canonicalBytes()
            #expect(document.isCanonical == (written == Array(spaced)))
        }
    }

    @Test(
        "white space, order and escapes that are not needed are not canonical",
        arguments: [
            #"{"a": 1}"#, #"{"a" :1}"#, #"{ "a":1}"#, #"{"a":1 }"#, #" {"a":1}"#, #"{"a":1} "#,
            #"{"b":1,"a":2}"#, #"{"a":1, "b":2}"#, #"{"a":1 ,"b":2}"#, "[ ]", "{ }", "[1 ]", "[ 1]",
            "[1 ,2]", "[1, 2]", #""\u0041""#, #""\/""#, #""\u000A""#, #"[{"a":[ ]}]"#,
        ])
    func notCanonical(text: String) throws {
        let document = try JSONDocument(reading: Array(text.utf8))
        #expect(!document.isCanonical)
    }

    @Test(
        "the least of each kind is canonical",
        arguments: [
            "[]", "{}", "0", "-1", #""""#, #""\n""#, "null", "true", "[[],{}]", #"{"":[]}"#,
            #"{"a":{"b":[1,2,{"c":null}]},"d":""}"#,
        ])
    func leastCanonical(text: String) throws {
        let document = try JSONDocument(reading: Array(text.utf8))
        #expect(document.isCanonical)
    }

    @Test("every part is located where it was written", arguments: seeds)
    func places(seed: UInt64) {
        var generator = SplitMix(seed: seed)
        let value = JSONValue.random(depth: 4, using: &generator)
        let spelling = Spelling(value, using: generator)
        for (pointer, offset) in spelling.places {
            #expect(JSONValue.locate(pointer, in: spelling.bytes)?.offset == offset)
        }
    }

    @Test("names stand in the order of their UTF-16 code units", arguments: seeds)
    func order(seed: UInt64) {
        var generator = SplitMix(seed: seed)
        let members = JSONValue.randomObject(depth: 0, using: &generator).members
        for (left, right) in zip(members, members.dropFirst()) {
            #expect(left.name.utf16.lexicographicallyPrecedes(right.name.utf16))
        }
    }
}
