import CaseModel
import RandomSupport
import Testing

@Suite("EDTF answers every text")
struct EDTFTotalityTests {
    @Test(
        "whatever the text, it is a date with its laws or a fault with its place", arguments: 1...8)
    func randomTexts(_ seed: UInt64) {
        var generator = SplitMix(seed: seed)
        var accepted = 0
        for _ in 0..<4_000 {
            let text = randomText(using: &generator)
            let broken = lawBroken(by: text)
            #expect(broken == nil, "seed \(seed), text \(text.debugDescription)")
            if (try? EDTFDate(text)) != nil { accepted += 1 }
        }
        #expect(accepted > 40, "seed \(seed): too few dates among the texts to test anything")
    }

    @Test("bytes that are no UTF-8 are answered as well", arguments: 1...4)
    func randomBytes(_ seed: UInt64) {
        var generator = SplitMix(seed: seed)
        for _ in 0..<1_000 {
            let length = Int.random(in: 0...12, using: &generator)
            let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
            #expect(lawBroken(byBytes: bytes) == nil, "seed \(seed), bytes \(bytes)")
        }
    }

    @Test(
        "long texts are answered",
        arguments: [
            "9", "Y9", "-", "/", "[", "..", "X", "1985-", "?", "1985-04-12T", "{", "]", ",",
            "[1985,",
        ])
    func longTexts(_ unit: String) {
        let text = String(repeating: unit, count: 10_000)
        #expect(lawBroken(by: text) == nil)
        #expect(throws: EDTFFault.self) { try EDTFDate(text) }
    }
}
