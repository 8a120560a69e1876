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
