import Projections
import Testing

@Suite("Columns of a terminal")
struct WrappingTests {
    @Test(
        "are two for East Asian and pictured characters, none for marks and joiners",
        arguments: [
            ("", 0), ("abc", 3), ("語", 2), ("한국", 4), ("ﾊ", 1), ("！", 2), ("é", 1),
            ("e\u{301}\u{323}", 1), ("می\u{200C}خ", 3), ("क्\u{200D}ष", 2), ("😀", 2),
            ("👩\u{200D}💻", 4), ("❤", 1), ("❤\u{FE0F}", 2), ("1\u{FE0F}\u{20E3}", 2), ("🇳🇱", 2),
            ("☰", 2),
        ])
    func counted(_ text: String, _ count: Int) { #expect(columns(text) == count) }

    @Test("bound every line, at any width, whatever is broken")
    func bounded() {
        let words = [
            "語語語語", "e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}", "👩\u{200D}💻👩\u{200D}💻", "a", "-",
            "❤\u{FE0F}❤\u{FE0F}❤\u{FE0F}", "https://example.org/a/long/address", "می\u{200C}خواهم",
        ]
        let text = (words + words.reversed()).joined(separator: " ")
        for width in 2...60 {
            let lines = wrap(text, to: width)
            #expect(lines.filter { columns($0) > width } == [])
            let letters = lines.joined().filter { $0 != " " }
            #expect(letters == text.filter { $0 != " " }, "at \(width)")
        }
    }

    @Test("do not part a letter from its marks, nor a picture from what it is joined to")
    func whole() {
        #expect(wrap("e\u{301}e\u{301}e\u{301}", to: 2) == ["e\u{301}e\u{301}", "e\u{301}"])
        #expect(wrap("a👩\u{200D}💻b", to: 4) == ["a", "👩\u{200D}💻", "b"])
        #expect(wrap("語語語", to: 5) == ["語語", "語"])
    }
}
