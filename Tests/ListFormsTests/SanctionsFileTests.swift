import CaseModel
import ListForms
import Testing

@Suite("The EU's financial sanctions file")
struct SanctionsFileTests {
    /// Two invented parties, in the elements of the file.
    static let sample = """
        <?xml version="1.0" encoding="UTF-8"?>
        <export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2031-04-03T10:00:00Z">
        <sanctionEntity euReferenceNumber="EU.1.1" logicalId="1" unitedNationId="">
        <regulation publicationDate="2031-04-02" numberTitle="2031/77 (OJ L77)" programme="LMP">
        <publicationUrl>https://example.org/77</publicationUrl></regulation>
        <subjectType code="person" classificationCode="P"/>
        <nameAlias wholeName="Джейн Роу" nameLanguage="RU" strong="true"/>
        <nameAlias wholeName="Jane  Roe" nameLanguage="EN" strong="true"/>
        <nameAlias wholeName="J. R." nameLanguage="" strong="false"/>
        <citizenship countryIso2Code="RU"/><citizenship countryIso2Code="00"/>
        <address countryIso2Code="CY"/>
        </sanctionEntity>
        <sanctionEntity euReferenceNumber="" logicalId="2">
        <regulation publicationDate="2030-05-06" numberTitle="2030/5 (OJ L5)"/>
        <regulation publicationDate="2029-05-06" numberTitle="2029/4 (OJ L4)"/>
        <subjectType code="enterprise" classificationCode="E"/>
        <nameAlias wholeName="Acme Lamps" strong="true"/>
        <address countryIso2Code="BY"/><address countryIso2Code="RU"/>
        </sanctionEntity></export>
        """

    @Test("gives a row for each sanctionEntity, with its first regulation")
    func rows() throws {
        let rows = try ListForm.euFSF.rows(of: Array(Self.sample.utf8))
        #expect(rows.map(\.id) == ["EU.1.1", "2"])
        #expect(rows.map(\.name) == ["Jane Roe", "Acme Lamps"])
        #expect(rows.map(\.type) == [.person, .company])
        #expect(rows[0].aliases == ["Джейн Роу", "J. R."])
        #expect(rows.map(\.country?.code) == ["RU", nil])
        #expect(rows.map(\.listed?.text) == ["2031-04-02", "2029-05-06"])
        #expect(rows.map(\.instrument) == ["2031/77 (OJ L77)", "2029/4 (OJ L4)"])
        #expect(rows.map(\.line) == [3, 13])
    }

    @Test("is refused with the line of each damaged entity")
    func damage() {
        let damaged = Self.sample.replacing("code=\"person\"", with: "code=\"lamp\"")
            .replacing("wholeName=\"Acme Lamps\"", with: "wholeName=\"\"")
        let faults = faults(of: damaged, .euFSF)
        #expect(
            faults.map(\.message) == [
                "EU.1.1: unknown subjectType \"lamp\"", "2: no nameAlias has a wholeName",
            ])
        #expect(faults.map(\.line) == [3, 13])
    }

    @Test("is refused where it is another document, or empty")
    func otherDocuments() {
        #expect(
            faults(of: "<sdnList/>", .euFSF).map(\.message)
                == ["the root is sdnList, not export"])
        #expect(
            faults(of: "<export/>", .euFSF).map(\.message)
                == ["there is no sanctionEntity in it"])
    }
}
