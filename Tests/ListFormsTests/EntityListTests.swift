import CaseModel
import ListForms
import Testing

@Suite("The Entity List in the XML of the eCFR")
struct EntityListTests {
    /// Two tables of invented parties, in the elements of the eCFR.
    static let sample = """
        <?xml version="1.0" encoding="UTF-8"?>
        <DIV5 N="744" TYPE="PART">
        <DIV9 N="Supplement No. 3 to Part 744" TYPE="APPENDIX"><HEAD>Other</HEAD>
        <TABLE><TR><TD>NOWHERE</TD></TR></TABLE></DIV9>
        <DIV9 N="Supplement No. 4 to Part 744" TYPE="APPENDIX">
        <HEAD>Supplement No. 4 to Part 744—Entity List</HEAD>
        <DIV class="gpotbl_div"><TABLE class="gpotbl_table">
        <THEAD><TR><TH>Country</TH><TH>Entity</TH><TH>License requirement</TH>
        <TH>License review policy</TH><TH>Federal Register citation</TH></TR></THEAD>
        <TBODY>
        <TR><TD align="left">CHINA, PEOPLE'S REPUBLIC OF</TD><TD> </TD><TD/><TD/><TD/></TR>
        <TR><TD/><TD>Acme Lamps Co., Ltd., a.k.a., the following two aliases:<br/>—Acme Light;
        and<br/>—AL Holding Co. No. 1 Lamp Road, Lampton.</TD>
        <TD>For all items <I>subject to the EAR</I>.</TD><TD>Presumption of denial</TD>
        <TD>96 FR 12345, 4/2/31.</TD></TR>
        <TR><TD/><TD>Beta Optics Inc., 5 Glass Street, Lampton.</TD><TD>For all items</TD>
        <TD>Case-by-case</TD><TD>95 FR 777, 1/9/30.</TD></TR>
        <TR><TD>ATLANTIS</TD><TD>Gamma Trading, Harbour 1</TD><TD>For all items</TD>
        <TD>Presumption of denial</TD><TD>95 FR 778, 1/9/30.</TD></TR>
        </TBODY></TABLE></DIV></DIV9></DIV5>
        """

    @Test("gives a row for each entity, under the country that stands above it")
    func rows() throws {
        let rows = try ListForm.ecfr.rows(of: Array(Self.sample.utf8))
        #expect(rows.map(\.name) == ["Acme Lamps Co., Ltd.", "Beta Optics Inc.", "Gamma Trading"])
        #expect(rows.map(\.country?.code) == ["CN", "CN", nil])
        #expect(rows[2].id == "ATLANTIS: Gamma Trading")
        #expect(rows[0].aliases == ["Acme Light", "AL Holding Co."])
        #expect(rows[0].effect == "For all items subject to the EAR.")
        #expect(rows[0].instrument == "96 FR 12345, 4/2/31.")
        #expect(rows[0].printed == "96 FR 12345, 4/2/31.")
        #expect(rows.allSatisfy { $0.listed == nil && $0.type == .company })
        #expect(rows.map(\.line) == [12, 16, 18])
    }

    @Test("tells two entities of one name apart by their citations")
    func oneName() throws {
        let twin = Self.sample.replacing("Gamma Trading, Harbour 1", with: "Beta, Pier 1")
            .replacing("Beta Optics Inc., 5", with: "Beta, 5").replacing("ATLANTIS", with: "")
        let rows = try ListForm.ecfr.rows(of: Array(twin.utf8)).dropFirst()
        #expect(
            rows.map(\.id) == [
                "CHINA, PEOPLE'S REPUBLIC OF: Beta, 95 FR 777, 1/9/30.",
                "CHINA, PEOPLE'S REPUBLIC OF: Beta, 95 FR 778, 1/9/30.",
            ])
    }

    @Test("is refused with the line of every row that lacks a cell")
    func damage() {
        let damaged = Self.sample.replacing("<TD>Case-by-case</TD>", with: "")
            .replacing("<TD>Gamma Trading, Harbour 1</TD>", with: "")
        let faults = faults(of: damaged, .ecfr)
        #expect(faults.map(\.line) == [16, 18])
        #expect(faults.map(\.message) == Array(repeating: "the row has 4 cells, not 5", count: 2))
    }

    @Test("is refused where it is another document, or cut off")
    func otherDocuments() {
        #expect(
            faults(of: "<DIV5 N=\"746\"/>", .ecfr).map(\.message)
                == ["there is no DIV9 \"Supplement No. 4 to Part 744\" in it"])
        for length in [700, Self.sample.count - 1, Self.sample.count - 8] {
            let faults = faults(of: String(Self.sample.prefix(length)), .ecfr)
            #expect(faults.map(\.message) == ["it is not well-formed XML"])
            #expect(faults.first?.line != nil)
        }
    }
}

/// The faults of a text in a form; none if it can be read.
func faults(of text: String, _ form: ListForm) -> [ListFault] {
    do {
        _ = try form.rows(of: Array(text.utf8))
        return []
    } catch { return error.all }
}

@Suite("The text of an entity")
struct EntityTextTests {
    @Test(
        "is told apart into name, other names and address",
        arguments: [
            ("Gamma Trading", "Gamma Trading", []),
            ("Acme Lamps Co., Ltd., 1 Lamp Road", "Acme Lamps Co., Ltd.", []),
            ("Jane Roe, a.k.a., the following alias: —J. Roe. Pier 1", "Jane Roe", ["J. Roe"]),
            (
                "Acme, a.k.a., the following three aliases: —Acme One; —Acme Two Co., Ltd.; and "
                    + "—Acme Three, 5 Road, Lampton", "Acme",
                ["Acme One", "Acme Two Co., Ltd.", "Acme Three"]
            ),
        ])
    func parts(_ text: String, _ name: String, _ aliases: [String]) throws {
        let row = EntityListTests.sample.replacing("Gamma Trading, Harbour 1", with: text)
        let last = try #require(try ListForm.ecfr.rows(of: Array(row.utf8)).last)
        #expect(last.name == name)
        #expect(last.aliases == aliases)
    }
}
