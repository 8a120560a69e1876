import Projections
import Testing

@Suite("A search of texts")
struct SearchTextTests {
    /// What is looked for, and a text in which it stands.
    static let found: [(query: String, text: String)] = [
        // Runs of characters in scripts without blanks between words.
        ("出口管制", "商务部宣布对安世半导体实施出口管制。"), ("半导体", "安世半导体"), ("管", "出口管制"),
        ("半導体輸出", "政府は半導体輸出を規制した。"), ("かが", "わかがき"), ("ｶﾞｽ", "東京ガス"), ("반도체", "반도체는 중요하다"),
        ("第31号", "第31号公告"), ("出口管制", "出口\u{20}管制"), ("ประเทศ", "ในประเทศไทย"),
        // Capitals.
        ("istanbul", "İSTANBUL"), ("ISPARTA", "ısparta"), ("strasse", "STRASSE"),
        ("strasse", "Straße"),
        ("STRAẞE", "strasse"), ("москва", "МОСКВА"), ("ΟΔΟΣ", "οδος"), ("οδός", "ΟΔΟΣ"),
        ("ﬁnance", "FINANCE"),
        // Accents, composed and decomposed, and full-width forms.
        ("sao", "São Paulo"), ("São", "Sa\u{303}o Paulo"), ("ёлка", "елка"), ("Wroclaw", "WROCŁAW"),
        ("ＡＢＣ", "abc"), ("8541", "８５４１．１０"), ("각", "\u{1100}\u{1161}\u{11a8}"), ("が", "か\u{3099}"),
        ("ά", "\u{3b1}\u{301}"), ("٣٤", "34"),
        // Beside punctuation of any script, and joiners within words.
        ("wafer", "called it “wafer” today"), ("wafer", "«wafer»"), ("wafer", "wafer…"),
        ("wafer", "—wafer—"),
        ("晶圆", "《晶圆》"), ("wafer", "the wafer’s edge"), ("wafer", "wa\u{ad}fer"),
        ("wafer", "wa\u{200d}fer"),
        ("wafer's", "the wafer’s edge"), ("wafer", "wafer¹"), ("chips", "Chips™"),
        // Codes by their beginning.
        ("3A09", "ECCN 3A090"), ("3A090", "3A090.a"), ("5A992.c", "5A992.c"), ("5a992", "5A992.c"),
        ("8541.10", "HS 8541.10.00"), ("854110", "8541.10.00"), ("8541", "854110"),
        ("744.11(a)", "15 CFR 744.11(a)(2)"),
        ("2022-21658", "https://example.org/d/2022/10/13/2022-21658/x"),
        ("2019/79", "Regulation 2019/796"), ("2031-04", "on 2031-04-02"), ("A-5", "A-50"),
        // Words, phrases, alternatives, exclusions, beginnings.
        ("export chips", "chips for export"), ("\"export licence\"", "an export licence"),
        ("“export licence”", "an export licence"), ("export-licence", "an export licence"),
        ("gold or wafer", "a wafer"), ("wafer -gold", "a wafer"), ("semicon*", "semiconductors"),
        ("\"出口管制\"", "实施出口管制"),
    ]

    /// What is looked for, and a text in which it does not stand.
    static let missed: [(query: String, text: String)] = [
        ("出口制", "出口管制"), ("口出", "出口"), ("出口管制", "出口。管制"), ("か", "わが"), ("waf", "wafer"),
        ("31", "314"), ("3A090", "3A09"), ("8541.1", "8542.10"), ("\"3A09\"", "3A090"),
        ("854110", "8541 10"),
        ("\"licence export\"", "an export licence"),
        ("\"export licence\"", "an export of the licence"),
        ("wafer -gold", "a gold wafer"), ("wafer -\"of gold\"", "a wafer of gold"),
        ("gold silver or tin", "gold"),
        ("or", "either"),
    ]

    @Test("finds what stands in a text", arguments: found)
    func finds(pair: (query: String, text: String)) throws {
        #expect(try snippet(pair.query, in: pair.text) != nil, "\(pair.query) in \(pair.text)")
    }

    @Test("does not find what does not stand in it", arguments: missed)
    func misses(pair: (query: String, text: String)) throws {
        #expect(try snippet(pair.query, in: pair.text) == nil, "\(pair.query) in \(pair.text)")
    }

    @Test("marks what it found")
    func marks() throws {
        for (query, text, marked) in [
            ("出口管制", "商务部宣布实施出口管制。", "商务部宣布实施«出口管制»。"),
            ("control takes", "It takes control.", "It «takes» «control»."),
            ("\"takes control\"", "It takes control.", "It «takes control»."),
            ("sao", "Sa\u{303}o Paulo", "«Sa\u{303}o» Paulo"),
            ("8541.1", "HS 8541.10.00", "HS «8541.10».00"),
        ] {
            #expect(
                try snippet(query, in: text)?.split(separator: "\n").first.map(String.init)
                    == marked)
        }
    }

    @Test("shows the words around what it found in a long text, and says where it is cut")
    func long() throws {
        let filler = Array(repeating: "lorem", count: 100).joined(separator: " ")
        let shown = try #require(try snippet("wafer", in: "\(filler) wafer \(filler)"))
        #expect(shown.hasPrefix("… lorem "))
        #expect(shown.contains(" lorem «wafer» lorem "))
        #expect(shown.hasSuffix(" lorem …"))
        #expect(shown.count < 300)
    }

    @Test("of a phrase of many words in a text of repeated words ends")
    func repeated() throws {
        let words = Array(repeating: "a", count: 20_000).joined(separator: " ")
        let phrase = Array(repeating: "a", count: 20).joined(separator: " ")
        #expect(try snippet("\"\(phrase) b\"", in: words) == nil)
        #expect(try snippet("\"\(phrase)\"", in: words) != nil)
    }

    @Test("of no word, or of too many, is refused")
    func refused() {
        for text in ["", " ", "...", "-", "\"\"", "“”", "*", "€"] {
            #expect(throws: SearchQuery.Fault.empty) { try SearchQuery(text) }
        }
        let many = (0...SearchQuery.maximumTerms).map { "w\($0)" }.joined(separator: " ")
        #expect(throws: SearchQuery.Fault.tooLong) { try SearchQuery(many) }
        let long = String(repeating: "半", count: SearchQuery.maximumLength + 1)
        #expect(throws: SearchQuery.Fault.tooLong) { try SearchQuery(long) }
    }
}
