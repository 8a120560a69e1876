import Testing

@testable import Pages

/// Markup that is written by code.
@Suite struct MarkupTests {
    @Test func `what is put in is text, whatever it is`() {
        let hostile = "</p><script>\"'&\u{0301}\u{0}"
        let markup: Markup = "<p title=\"\(hostile)\">\(hostile)</p>"
        let text = "&lt;/p&gt;&lt;script&gt;&quot;&#39;&amp;\u{0301}\u{FFFD}"
        #expect(markup.text == "<p title=\"\(text)\">\(text)</p>")
    }

    @Test func `a quotation mark with an accent does not end its attribute`() {
        let markup: Markup = "<p title=\"\("\"\u{0301} onclick=x")\">"
        #expect(markup.text.unicodeScalars.count { $0 == "\"" } == 2)
    }

    @Test func `markup in markup stays what it is, and numbers are written whole`() {
        let inner: Markup = "<b>\("<")</b>"
        var outer: Markup = "<i>\(inner)\(Int64.min)</i>"
        outer += "\(Int64(7))"
        #expect(outer.text == "<i><b>&lt;</b>-9223372036854775808</i>7")
    }
}
