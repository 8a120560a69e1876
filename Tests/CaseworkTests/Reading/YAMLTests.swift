import CanonicalJSON
import CaseModel
import Testing

@testable import Casework

@Suite("A case file is read as YAML 1.2 says, or refused at the right line")
struct YAMLTests {
    /// The name of the only actor of a file.
    private func name(_ file: String) throws -> String? {
        let read = try CaseFile(file, file: "a.yaml")
        try #require(read.faults.isEmpty, "\(read.faults)")
        return try #require(read.entries.last).draft().json["data"]?.object?["name"]?.string
    }

    /// The faults of a file, as `LINE:COLUMN MESSAGE / HINT`.
    private func faults(_ file: String) -> [String] {
        func told(_ faults: [LocatedFault]) -> [String] {
            faults.map { "\($0.line ?? 0):\($0.column ?? 0) \($0.message) / \($0.hint)" }
        }
        do throws(CaseworkError) {
            let read = try CaseFile(file, file: "a.yaml")
            var faults = read.faults
            for entry in read.entries {
                do throws(CaseworkError) { _ = try entry.draft() } catch { faults += error.faults }
            }
            return told(faults)
        } catch {
            return told(error.faults)
        }
    }

    private func actor(_ name: String) -> String {
        "actors:\n  a: {type: group, name: \(name)}\n"
    }

    @Test(
        "Texts are what YAML 1.2 makes of them",
        arguments: [
            ("a#b", "a#b"), ("a # b", nil), ("C\u{23}", "C#"),
            ("\"a\u{2028}b\u{2029}c\"", "a\u{2028}b\u{2029}c"), ("a\u{2028}b", "a\u{2028}b"),
            ("\"a\\/b\\x41\\u0042\\U00000043\"", "a/bABC"), ("'it''s'", "it's"),
            ("http://a/b?c=d#e", "http://a/b?c=d#e"), ("a:b", "a:b"), ("!!str \"a\"", "a"),
            ("\"\u{feff}a\"", "\u{feff}a"), ("\u{f0000}#a\u{f0001}", "\u{f0000}#a\u{f0001}"),
        ] as [(String, String?)])
    func texts(_ written: String, _ read: String?) throws {
        guard let read else {
            // The comment takes the brace with it.
            #expect(faults(actor(written)).first?.hasPrefix("3:1 this is not valid YAML") == true)
            return
        }
        let found = try name(actor(written))
        #expect(found.map { Array($0.utf8) } == Array(read.utf8))
    }

    @Test(
        "A byte order mark at the start is read over, and lines end with LF, CR LF or CR",
        arguments: ["\n", "\r\n", "\r"])
    func lines(_ end: String) throws {
        let lines = ["\u{feff}actors:", "  a:", "    type: group", "    name: A", ""]
        #expect(try name(lines.joined(separator: end)) == "A")
        let wrong = lines.joined(separator: end) + "  b: {type: grup, name: B}" + end
        #expect(faults(wrong) == ["5:7 data.type: unknown word \"grup\" / did you mean \"group\"?"])
    }

    @Test("What YAML 1.1 alone takes for the end of a line is none")
    func separators() {
        let file = "# a\u{2028}b\u{85}c\nactors:\n  a: {type: group, name: \"a\u{2028}b\"}\nx: y\n"
        #expect(faults(file).map { $0.prefix(4) } == ["4:1 "])
        let control = "data.name: the control character U+0085 in a string"
        #expect(faults(actor("\"a\u{85}b\"")).first?.hasPrefix("2:20 \(control)") == true)
    }

    private static let noTags = "tags are not read / leave it out: the field says what its value is"

    @Test(
        "What is not read is refused where it stands, and the hint says what to do",
        arguments: [
            ("title: !!int 5\n", "1:8 \(noTags)"), ("title: !own x\n", "1:8 \(noTags)"),
            ("sources: !!set {}\n", "1:10 \(noTags)"),
            (
                "? [a, b]\n: c\n",
                "1:3 a field's name is expected / it has: sources, actors, lists, measures, case, title, "
                    + "events"
            ),
            (
                "? {a: b}\n: c\n",
                "1:3 a field's name is expected / it has: sources, actors, lists, measures, case, title, "
                    + "events"
            ),
            (
                "actors:\n  <<: {a: b}\n",
                "2:3 merge keys are not read / write the fields out where they belong"
            ),
            (
                "sources:\n  a: {title: Orders, acts, published: null}\n",
                "2:22 \"acts\" has no value / write it, or leave the field out; inside { } a comma "
                    + "ends a value: put a text with a comma in quotation marks"
            ),
            (
                "case: a\n\u{feff}title: b\n",
                "2:1 a byte order mark inside the text / remove it: files were put together behind "
                    + "each other"
            ),
            (
                "actors: {a: [#b]}\n",
                "1:14 a text that begins with # / put it in quotation marks; a comment needs a blank "
                    + "before it"
            ),
            (
                "case: a\n\ttitle: b\n",
                "2:1 this is not valid YAML: found a tab character that violates indentation / indent with blanks, not with tabs"
            ),
            (
                "case: a\ntitle: @b\n",
                "2:8 this is not valid YAML: a text that begins with \"@\" / put it in quotation marks"
            ),
            (
                "title: \"a\\qb\"\n",
                "1:10 this is not valid YAML: found unknown escape character / inside double quotes \\ begins "
                    + "an escape: write \\\\ for it, or use single quotes"
            ),
            (
                "title: \"\\ud83d\\ude00\"\n",
                "1:11 this is not valid YAML: found invalid Unicode character escape code / write the "
                    + "character itself, or \\U and its number in eight digits"
            ),
            (
                "case: a\ntitle: \"b\nevents: []\n",
                "2:8 this is not valid YAML: the quotation mark here has no other / end the text with the "
                    + "same quotation mark; double one that belongs to the text"
            ),
            (
                "case: a\ncase: b\n",
                "1:1 this is not valid YAML: the field \"case\" is given twice / keep one of the two"
            ),
            (
                "actors: {1: {}, \"1\": {}}\n",
                "1:10 this is not valid YAML: the field \"1\" is given twice / keep one of the two"
            ),
            (
                "%YAML 2.0\n---\ncase: a\n",
                "1:1 this is not valid YAML: found incompatible YAML document / leave out the line %YAML, "
                    + "or write %YAML 1.2"
            ),
            (
                "---\ncase: a\n...\n---\n",
                "4:1 this is not valid YAML: a second document begins here / give each a file of its own"
            ),
        ])
    func refused(_ file: String, _ fault: String) {
        #expect(faults(file) == [fault])
    }

    @Test("A comment glued to quotation marks is none, and what follows is not lost")
    func glued() {
        #expect(faults("title: \"a\"#b\n").count == 1)
        #expect(faults("title: 'a'#b\n").first?.hasPrefix("1:") == true)
    }

    @Test("A first line %YAML 1.2 and the marks of one document are read over")
    func document() throws {
        #expect(try name("%YAML 1.2\n---\n" + actor("A") + "...\n") == "A")
    }

    @Test("A hundred thousand anchors are that many faults")
    func anchors() {
        let file = "actors:\n" + (1...100_000).map { "  a\($0): &a\($0) x\n" }.joined()
        let faults = faults(file)
        #expect(faults.count == 100_000)
        #expect(faults.last?.hasPrefix("100001:") == true)
    }
}
