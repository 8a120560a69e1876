import CanonicalJSON
import Testing

@Suite("Bounds of a document")
struct BoundsTests {
    static func arrays(_ depth: Int) -> String {
        String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }

    static func objects(_ depth: Int) -> String {
        String(repeating: #"{"a":"#, count: depth - 1) + "{}"
            + String(repeating: "}", count: depth - 1)
    }

    @Test("32 arrays or objects inside each other are read", arguments: [arrays(32), objects(32)])
    func deep(text: String) throws {
        let value = try JSONValue(reading: Array(text.utf8))
        #expect(value.canonicalBytes() == Array(text.utf8))
    }

    @Test("the 33rd is refused where it opens")
    func tooDeep() {
        Refusal(Self.arrays(33), 32, .tooDeep(limit: 32)).check()
        Refusal(Self.objects(33), 160, .tooDeep(limit: 32)).check()
    }

    @Test("depth counts what is open, not what has been")
    func siblings() throws {
        let siblings = (1...100).map { _ in Self.arrays(31) }.joined(separator: ",")
        let value = try JSONValue(reading: Array("[\(siblings)]".utf8))
        #expect(value.array?.count == 100)
    }

    @Test("a depth of 100,000 is refused without a trap, whatever depth is asked for")
    func stackSafe() {
        let text = Self.arrays(100_000)
        Refusal(text, 32, .tooDeep(limit: 32)).check()
        var bounds = JSONBounds(depth: .max)
        Refusal(text, 256, .tooDeep(limit: 256)).check(bounds: bounds)
        bounds.depth = 1_000_000
        Refusal(text, 256, .tooDeep(limit: 256)).check(bounds: bounds)
    }

    @Test("a depth of 0 takes no array, but a plain value")
    func flat() throws {
        let bounds = JSONBounds(depth: 0)
        Refusal("[]", 0, .tooDeep(limit: 0)).check(bounds: bounds)
        #expect(try JSONValue(reading: Array("1".utf8), bounds: bounds) == 1)
    }

    @Test("65,535 bytes are read where they are the bound, 65,536 are not")
    func bytes() throws {
        let bounds = JSONBounds(bytes: 65_535)
        let text = String(repeating: "x", count: 65_533)
        #expect(try JSONValue(reading: Array("\"\(text)\"".utf8), bounds: bounds) == .string(text))
        let long = Refusal("\"\(text)x\"", 65_535, .tooLong(limit: 65_535))
        long.check(bounds: bounds)
    }

    @Test("the first character that does not fit is named, where the bound cuts it as well")
    func cut() {
        let bounds = JSONBounds(bytes: 3)
        Refusal("\"aé\"", 2, .tooLong(limit: 3)).check(bounds: bounds)
        Refusal("", 0, .ended(expecting: .value)).check(bounds: JSONBounds(bytes: -1))
        Refusal("1", 0, .tooLong(limit: 0)).check(bounds: JSONBounds(bytes: -1))
        Refusal([0x80, 0x80, 0x80, 0x80], 0, .tooLong(limit: 3)).check(bounds: bounds)
    }
}
