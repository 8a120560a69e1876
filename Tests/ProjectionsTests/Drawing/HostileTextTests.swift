import CanonicalJSON
import Projections
import Testing

/// Texts that try to be more than text.
let hostileTexts = [
    #""] click e_acme__warning "javascript:alert(1)" e_x["evil"#,
    #"\" \\" \N \G \l \" -> "x" [label="y"]; } digraph z {"#,
    "%%{init: {\"theme\":\"dark\"}}%% --- %% comment",
    "<script>alert(1)</script> <br/> &lt;b&gt; &amp; &#34; #quot; #34; ;;",
    "A change of direction LR now; end\nsubgraph x\ndirection TB",
    "ﬂ°°34¶ß style a:#34; classDef b:#34;",
    "1. one 1) two - three * four + five # six > seven ``` `eight` _nine_ __ten__ ---",
    "www.example.org https://example.org a@b.c | table | --> -.-> ==> o--o x--x ~~~ :::unanswered",
    "before\u{202E}after \u{1B}[31m \u{7} \u{2028} e\u{301} 中文 🙂 \u{FEFF}",
    "{record|<port>} [[x]] ((y)) {{z}} \"`markdown`\" @{ shape: cyl }", "\\", "\"", "#", ";",
]

@Suite("Whatever the record says, in a drawing")
struct HostileTextTests {
    @Test(
        "a string of DOT stays a string: nothing else of the graph changes", arguments: hostileTexts
    )
    func dot(_ text: String) throws {
        let outside = try History.exchange(text).drawn().dot.map(outsideDOTStrings)
        #expect(try outside == History.exchange().drawn().dot.map(outsideDOTStrings))
    }

    @Test(
        "a label of Mermaid stays a label: nothing else of the chart changes",
        arguments: hostileTexts)
    func mermaid(_ text: String) throws {
        let outside = try History.exchange(text).drawn().mermaid.map(outsideMermaidLabels)
        #expect(try outside == History.exchange().drawn().mermaid.map(outsideMermaidLabels))
    }

    @Test(
        "a label of Mermaid holds words, harmless marks and character references",
        arguments: hostileTexts)
    func words(_ text: String) throws {
        for line in try History.exchange(text).drawn().mermaid {
            let labels = line.split(separator: "\"", omittingEmptySubsequences: false)
            for part in labels.indices.filter({ $0 % 2 == 1 }).flatMap({ lines(of: labels[$0]) }) {
                #expect(part.wholeMatch(of: /([\p{L}\p{M}\p{N} ,().'\/_-]|#[0-9]+;)*/) != nil)
                // What begins a list, an arrow, emphasis or an address.
                #expect(part.firstMatch(of: /^[-._'\/]|[0-9][.)]|--|__|www\./) == nil)
                #expect(part.firstMatch(of: /direction\s/) == nil)
            }
        }
    }

    private func lines(of label: Substring) -> [Substring] { label.split(separator: "<br/>") }

    @Test("it is shown as it was recorded", arguments: hostileTexts.filter(isPrintable))
    func shown(_ text: String) throws {
        let answer = try History.exchange(text).drawn()
        let words = text.filter { !$0.isWhitespace }
        let dot = try #require(answer.dot.first { $0.contains("\"acme/seizure\" [") })
        #expect(readDOT(dot).filter { !$0.isWhitespace }.contains(words))
        let mermaid = try #require(answer.mermaid.first { $0.contains("e_acme__seizure[") })
        #expect(readMermaid(mermaid).filter { !$0.isWhitespace }.contains(words))
    }

    @Test("what cannot be seen is named, and never reaches a terminal")
    func unseen() throws {
        let answer = try History.exchange("a\u{202E}b\u{1B}[31m\u{FEFF}").drawn()
        #expect(answer.dot.joined().contains(#"a<U+202E>b<U+001B>[31m<U+FEFF>"#))
        #expect(answer.mermaid.joined().contains("a#60;U#43;202E#62;b#60;U#43;001B#62;#91;"))
        for scalar in (answer.dot + answer.mermaid).joined().unicodeScalars {
            #expect(![.control, .format].contains(scalar.properties.generalCategory))
        }
    }
}

private func isPrintable(_ text: String) -> Bool {
    !text.unicodeScalars.contains {
        [.control, .format, .lineSeparator].contains($0.properties.generalCategory) && $0 != "\n"
    }
}

/// A line of DOT without what its strings hold, read as its grammar has it: `\"` does not end one.
private func outsideDOTStrings(_ line: String) -> String {
    line.replacing(/"(?:\\.|[^"\\])*"/, with: "\"\"")
}

/// A line of Mermaid without what its labels hold: only `"` ends one.
private func outsideMermaidLabels(_ line: String) -> String {
    line.replacing(/"[^"]*"/, with: "\"\"")
}

/// The text that Graphviz makes of a line.
private func readDOT(_ line: String) -> String {
    line.replacing(/\\(.)/) { $0.1 == "l" ? "\n" : $0.1 }.replacing("&amp;", with: "&")
}

/// The text that Mermaid makes of a line.
private func readMermaid(_ line: String) -> String {
    line.replacing("<br/>", with: "\n").replacing(/#([0-9]+);/) { reference in
        UInt32(reference.1).flatMap(Unicode.Scalar.init).map(String.init) ?? "?"
    }
}
