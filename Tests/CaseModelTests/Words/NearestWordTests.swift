import CaseModel
import Testing

@Suite("The nearest word")
struct NearestWordTests {
    @Test("is at most a third of the longer word away, a swap being one change")
    func near() {
        #expect(nearestWord(to: "owned", among: ["actor", "owner", "asset"]) == "owner")
        #expect(nearestWord(to: "form", among: ["from", "to"]) == "from")
        #expect(nearestWord(to: "OWNER", among: ["owner"]) == "owner")
        #expect(nearestWord(to: "abcxyz", among: ["abcdef"]) == nil)
        #expect(nearestWord(to: "abcdxy", among: ["abcdef"]) == "abcdef")
        #expect(nearestWord(to: "", among: ["a", "ab"]) == nil)
        #expect(nearestWord(to: "a", among: []) == nil)
    }

    @Test("is the first of those that are equally near")
    func ties() {
        #expect(nearestWord(to: "cat", among: ["bat", "hat"]) == "bat")
        #expect(nearestWord(to: "cat", among: ["hat", "bat"]) == "hat")
    }

    @Test("is not lost in a text of any length")
    func long() {
        let text = String(repeating: "x", count: 100_000)
        #expect(nearestWord(to: text, among: ["owner"]) == nil)
    }
}

@Suite("Text in messages")
struct QuotedTests {
    @Test("shows control characters by their numbers and no more than 60 characters")
    func quoting() {
        #expect(quoted("plain é") == "\"plain é\"")
        #expect(quoted("a\u{0}b\u{1b}c\u{202e}") == "\"a<U+0000>b<U+001B>c<U+202E>\"")
        let long = String(repeating: "x", count: 61)
        #expect(quoted(long) == "\"" + String(repeating: "x", count: 60) + "…\"")
    }
}
