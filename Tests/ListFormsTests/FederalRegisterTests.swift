import CaseModel
import ListForms
import Testing

@Suite("Documents of the Federal Register")
struct FederalRegisterTests {
    /// Two invented documents, with the members of the API.
    static let sample = """
        {"count":2,"results":[
         {"document_number":"2031-04567","title":"Additions to the Entity List","type":"Rule",
          "publication_date":"2031-04-02","citation":"96 FR 12345",
          "html_url":"https://example.org/2031-04567",
          "agencies":[{"raw_name":"DEPARTMENT OF LAMPS","name":"Lamps Department"},
                      {"raw_name":"Lamp Office"}]},
         {"document_number":"E8-123","title":"Notice","publication_date":"2008-01-09",
          "agencies":[]}]}
        """

    @Test("are read with number, title, citation, date and address")
    func documents() throws {
        let register = try FederalRegister(Array(Self.sample.utf8))
        let first = register.documents[0]
        #expect(register.documents.map(\.slug.text) == ["2031-04567", "e8-123"])
        #expect(first.title == "Additions to the Entity List (96 FR 12345)")
        #expect(first.agencies == ["Lamps Department", "Lamp Office"])
        #expect(first.published.text == "2031-04-02")
        #expect(first.url == "https://example.org/2031-04567")
        #expect(register.found == nil)
    }

    @Test("may be one document, or one page of a search that found more")
    func forms() throws {
        let one = #"{"document_number":"2031-1","title":"T","publication_date":"2031-04-02"}"#
        #expect(try FederalRegister(Array(one.utf8)).documents.count == 1)
        let page = Self.sample.replacing("\"count\":2", with: "\"count\":340")
        #expect(try FederalRegister(Array(page.utf8)).found == 340)
    }

    @Test("are refused where number, title or date is missing")
    func damage() {
        let damaged = Self.sample.replacing("\"Notice\"", with: "null")
            .replacing("\"2031-04-02\"", with: "\"April\"")
        let faults: [ListFault]
        do {
            _ = try FederalRegister(Array(damaged.utf8))
            faults = []
        } catch { faults = error.all }
        #expect(
            faults.map(\.message) == [
                "results[0].publication_date: \"April\" is not a date",
                "results[1].title: the document has no title",
            ])
    }
}
