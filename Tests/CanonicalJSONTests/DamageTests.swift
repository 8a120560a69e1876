import CanonicalJSON
import RandomSupport
import Testing

@Suite("Damaged documents")
struct DamageTests {
    static let seeds: [UInt64] = Array(1...20)

    static func document(_ seed: UInt64) -> [UInt8] {
        var generator = SplitMix(seed: seed)
        let object = JSONValue.randomObject(depth: 2, using: &generator)
        return JSONValue.object(object).canonicalBytes()
    }

    @Test("an object that is cut short is refused, wherever it is cut", arguments: seeds)
    func truncation(seed: UInt64) {
        let bytes = Self.document(seed)
        for length in bytes.indices {
            #expect(throws: JSONFault.self) { try JSONValue(reading: Array(bytes[..<length])) }
        }
    }

    @Test("a changed bit makes another readable document or a fault in it", arguments: seeds)
    func flippedBits(seed: UInt64) throws {
        var bytes = Self.document(seed)
        for place in bytes.indices {
            for bit in 0..<8 {
                bytes[place] ^= 1 << bit
                try check(bytes)
                bytes[place] ^= 1 << bit
            }
        }
    }

    private func check(_ bytes: [UInt8]) throws {
        do throws(JSONFault) {
            let value = try JSONValue(reading: bytes)
            let back = try JSONValue(reading: value.canonicalBytes())
            #expect(back == value)
        } catch {
            #expect((0...bytes.count).contains(error.location.offset))
            #expect(!error.message.isEmpty && !error.hint.isEmpty)
        }
    }

    @Test("places are looked for in any bytes without a trap", arguments: seeds)
    func locating(seed: UInt64) {
        let bytes = Self.document(seed)
        let pointer = JSONPointer.root.appending("a").appending(0)
        for length in bytes.indices {
            let offset = JSONValue.locate(pointer, in: Array(bytes[..<length]))?.offset
            #expect(offset ?? 0 <= length)
        }
    }
}
