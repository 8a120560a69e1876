import CanonicalJSON
import CaseModel
import Testing

@testable import Casework

@Suite("Quoted passages")
struct QuoteSearchTests {
    private func find(
        _ quote: String, at span: JSONValue? = nil, in pages: String..., isPaged: Bool = true
    ) throws -> QuoteSearch.Finding {
        var faults = Faults()
        let read = span.flatMap { QuoteSpan($0, faults: &faults) }
        try #require(faults.isEmpty)
        return QuoteSearch(pages, isPaged: isPaged).find(quote, at: read)
    }

    @Test(
        "white space, line breaks, hyphens at line ends, ligatures and invisible characters fold",
        arguments: [
            ("orders the seizure", "The  Minister\norders \u{a0} the\r\n\r\nseizure of Acme."),
            ("the Office of Export", "the O\u{fb03}ce of Export"),
            ("the suspension ends", "the sus-\n  pension ends"),
            ("a long-standing order", "a long-\nstanding order"),
            ("a longstanding order", "a long-\nstanding order"),
            ("the suspension", "the sus\u{ad}pen\u{200b}sion"),
            ("停止出口", "决定停\n止 出口。"),
            ("第3号公告", "发布第 3 号公告"),
            ("first  words,\n  then others", "first words, then others"),
            ("pre - and post", "pre - and post"),
        ])
    func folded(quote: String, text: String) throws {
        #expect(try find(quote, in: text) == .found(page: 1))
    }

    @Test(
        "what begins or ends within a word or a number is not found",
        arguments: [
            ("lawful", "an unlawful act"), ("licensed", "an unlicensed sale"),
            ("EUR 900", "a fine of EUR 900,000"), ("000 was paid", "EUR 900,000 was paid"),
            ("EUR 1", "EUR 1.5 million"), ("order", "The Minister orders it"), ("s", "orders"),
        ])
    func wholeWords(quote: String, text: String) throws {
        #expect(try find(quote, in: text) != .found(page: 1))
    }

    @Test("a sentence may end behind a number, and marks may be left out at the ends")
    func ends() throws {
        for (quote, text) in [
            ("a fine of EUR 900", "He paid a fine of EUR 900."), ("Acme", "“Acme”, it says"),
            ("in 2031", "in 2031, the order"), ("该公司", "停止向该公司出口"),
        ] {
            #expect(try find(quote, in: text) == .found(page: 1), "\(quote)")
        }
    }

    @Test("cells of a table and items of a list are parted by white space")
    func drawn() throws {
        let row = "│Acme B.V.   │Netherlands│\n├───\n • presumption of denial"
        #expect(try find("Acme B.V. Netherlands presumption of denial", in: row) == .found(page: 1))
    }

    @Test("an ellipsis behind words that occur very often takes no longer than the text is long")
    func repeated() throws {
        let text = String(repeating: "the quick fox jumps ", count: 20_000) + "over Syldavia"
        #expect(try find("the quick fox … Syldavia", in: text) == .found(page: 1))
        #expect(try find("the quick fox … Borduria … x", in: text) == .absent)
    }

    @Test("an ellipsis stands for any words in between, in their order")
    func ellipsis() throws {
        let text = "The Minister orders the seizure of all shares, and appoints a director."
        for quote in [
            "orders the seizure … appoints a director", "orders the seizure [...] appoints",
            "… appoints a director …", "The Minister (…) director.",
        ] {
            #expect(try find(quote, in: text) == .found(page: 1), "\(quote)")
        }
        let turned = try find("appoints a director … orders the seizure", in: text)
        guard case .nearly = turned else { return #expect(turned == .absent) }
    }

    @Test("a passage is found on the page where it begins, if it goes on on the next one, too")
    func pages() throws {
        let pages = ["Acme was seized.\n", "The Minister\n", "appoints a director.\n"]
        let search = QuoteSearch(pages, isPaged: true)
        #expect(search.find("Acme was", at: nil) == .found(page: 1))
        #expect(search.find("appoints", at: nil) == .found(page: 3))
        #expect(search.find("Minister appoints", at: nil) == .found(page: 2))
    }

    @Test("a span tells which of equal passages is meant")
    func span() throws {
        let pages = ["It is denied by A, and", "again it is denied by B."]
        let search = QuoteSearch(pages, isPaged: true)
        func find(_ span: JSONValue) throws -> QuoteSearch.Finding {
            var faults = Faults()
            return search.find("is denied by", at: QuoteSpan(span, faults: &faults))
        }
        #expect(try find(["page": 2]) == .found(page: 2))
        #expect(try find(["prefix": "again it"]) == .found(page: 2))
        #expect(try find(["suffix": "A, and"]) == .found(page: 1))
        let first = QuoteSearch.Finding.elsewhere(
            page: 1, before: "It", after: "A, and again it is denied by B")
        for span: JSONValue in [
            ["page": 1, "suffix": "B"], ["page": 3], ["prefix": "never"],
        ] {
            #expect(try find(span) == first)
        }
    }

    @Test("in a document without pages nothing stands on a page")
    func withoutPages() throws {
        #expect(
            try find("Acme", at: ["page": 1], in: "Acme", isPaged: false)
                == .elsewhere(page: 1, before: "", after: ""))
    }

    @Test(
        "what is nearly there is told in the words of the document",
        arguments: [
            ("shall not be exported to", "Chips shall be exported to X.", "shall be exported to"),
            ("“shall” be exported", "Chips shall be exported.", "shall be exported"),
            ("The Order Enters into force", "the order enters into force", nil),
            ("[T]he Minister orders it", "the minister orders it", nil),
            ("the company’s shares", "all the company's shares", "the company's shares"),
            ("停止向该公司出口", "决定停止向本公司出口。", "停止向本公司出口"),
        ])
    func nearly(quote: String, text: String, words: String?) throws {
        #expect(try find(quote, in: "Page one.", text) == .nearly(page: 2, words: words ?? text))
    }

    @Test(
        "what is not there is absent",
        arguments: ["a wholly different sentence about lamps", "Minister denies", "…", "!"])
    func absent(quote: String) throws {
        #expect(try find(quote, in: "The Minister orders the seizure of Acme.") == .absent)
    }

    @Test("nothing is found in nothing")
    func nothing() throws {
        #expect(try find("Acme", in: "") == .absent)
        #expect(QuoteSearch([], isPaged: true).find("Acme", at: nil) == .absent)
    }
}

@Suite("Formats of copies")
struct CopyFormatTests {
    @Test("are told by the first bytes")
    func formats() {
        func format(_ text: String) -> CopyFormat? { CopyFormat(beginning: Array(text.utf8)) }
        #expect(format("%PDF-1.7\n…") == .pdf)
        #expect(format("<!DOCTYPE html><p>x") == .html)
        #expect(format("\u{feff}\n <html lang=\"nl\">") == .html)
        #expect(format("<!-- saved --><HTML>") == .html)
        #expect(
            format("<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\">") == .html)
        #expect(format("A text about <html>") == .text)
        #expect(format("<?xml version=\"1.0\"?><feed>") == .text)
        #expect(format("PK\u{3}\u{4}\u{0}") == nil)
        #expect(CopyFormat(beginning: [0xff, 0xfe, 0x41, 0]) == nil)
    }
}
