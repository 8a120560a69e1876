import Foundation
import Postgres
import RandomSupport
import Testing

@Suite("Bytes that are no value are refused, never a trap")
struct MalformedTests {
    private func expectPrefixesRefused<Value: PostgresValue & Equatable>(_ value: Value) {
        var wire: [UInt8] = []
        value.encode(into: &wire)
        #expect(Value(wire: wire.span) == value)
        for length in 0..<wire.count {
            #expect(Value(wire: Array(wire.prefix(length)).span) == nil)
        }
        #expect(Value(wire: (wire + [0]).span) == nil)
    }

    @Test("a value cut short, or with a byte too many")
    func prefixes() {
        expectPrefixesRefused(true)
        expectPrefixesRefused(Int16.min)
        expectPrefixesRefused(Int32.min)
        expectPrefixesRefused(Int64.min)
        expectPrefixesRefused(Timestamp(microseconds: 1))
        expectPrefixesRefused(UUID())
        expectPrefixesRefused([1, nil, 3] as [Int64?])
        expectPrefixesRefused(["one", "", "three"])
        expectPrefixesRefused([[1, 2], []] as [[UInt8]])
    }

    @Test("any bytes at all", arguments: [1, 2, 3] as [UInt64])
    func anyBytes(seed: UInt64) {
        var random = SplitMix(seed: seed)
        for _ in 0..<2_000 {
            var wire: [UInt8] = []
            [Int64?](repeating: nil, count: Int.random(in: 0...3, using: &random))
                .encode(into: &wire)
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0..<wire.count, using: &random)
                wire[place] = UInt8.random(in: .min ... .max, using: &random)
            }
            // A list that is read has no more elements than its bytes have room for.
            #expect(([Int64?](wire: wire.span)?.count ?? 0) * 4 <= wire.count)
        }
    }

    @Test("text that is no UTF-8")
    func invalidText() {
        #expect(String(wire: ([0xC3, 0x28] as [UInt8]).span) == nil)
        #expect(String(wire: ([0xED, 0xA0, 0x80] as [UInt8]).span) == nil)
    }
}
