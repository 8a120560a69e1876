import CanonicalJSON
import CaseModel
import Testing

@Suite("Slugs and streams")
struct SlugTests {
    @Test(
        "are small letters and digits joined by single hyphens",
        arguments: ["a", "0", "acme", "acme-2", "2031-04-02", "cases", "actors", "a-b-c-d"])
    func good(text: String) { #expect(Slug(text)?.text == text) }

    @Test(
        "are nothing else",
        arguments: [
            "", "-", "-a", "a-", "a--b", "A", "a_b", "a b", "a/b", "a.b", "é", "a\n", "а",
            "a\u{301}", "case", "actor", "source",
        ])
    func bad(text: String) { #expect(Slug(text) == nil) }

    @Test("have at most 80 characters")
    func length() {
        #expect(Slug(String(repeating: "a", count: 80)) != nil)
        #expect(Slug(String(repeating: "a", count: 81)) == nil)
    }

    @Test("are ordered by their bytes")
    func order() {
        let words = ["b", "a-b", "a", "ab", "a0", "9"].compactMap { Slug($0) }
        #expect(words.sorted().map(\.text) == ["9", "a", "a-b", "a0", "ab", "b"])
    }

    @Test("name a stream together with its kind")
    func streams() {
        for text in ["case/acme", "actor/acme", "source/gazette-1"] {
            #expect(StreamName(text)?.text == text)
        }
        for text in [
            "acme", "cases/acme", "Case/acme", "case/", "/acme", "case/acme/", "case//acme",
            "case/acme/seizure", "case/case", "case/Acme", " case/acme", "",
        ] {
            #expect(StreamName(text) == nil, "\(text)")
        }
    }
}
