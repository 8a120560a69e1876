import CaseModel
import ListForms
import Testing

@Suite("The Consolidated Screening List")
struct ScreeningListTests {
    /// Three invented parties, with the members of the API.
    static let json = """
        {"total":3,"results":[
         {"id":"a1","name":"Acme Lamps","type":null,"alt_names":["Acme Light","Acme Lamps"],
          "source":"Entity List (EL) - Bureau of Industry and Security","country":"CN",
          "start_date":"2031-04-02","federal_register_notice":"96 FR 12345",
          "license_requirement":"For all items","license_policy":"Denial",
          "addresses":[{"city":"Lampton","country":"HK"}],"score":1.5},
         {"id":17,"name":"Jane Roe","type":"Individual","alt_names":[],"source":"SDN",
          "nationalities":["IR","RU"],"start_date":null,"addresses":[]},
         {"id":"v3","name":"MV Lamp","type":"Vessel","source":"SDN",
          "addresses":[{"country":"PA"},{"country":"pa"}]}]}
        """

    /// The first and the second of them, in the columns of the download.
    static let csv = """
        _id,source,type,name,addresses,federal_register_notice,start_date,\
        license_requirement,alt_names,nationalities\r
        a1,Entity List,,"Acme ""Bright"" Lamps","1 Lamp Road, Lampton, CN",96 FR 12345,2031-04-02,\
        "For all
        items",Acme Light; AL,\r
        17,SDN,Individual,Jane Roe,,,,,,IR; RU\r

        """

    @Test("gives a row for each party of its JSON")
    func jsonRows() throws {
        let rows = try ListForm.csl.rows(of: Array(Self.json.utf8))
        #expect(rows.map(\.id) == ["a1", "17", "v3"])
        #expect(rows.map(\.type) == [.company, .person, .item])
        #expect(rows.map(\.country?.code) == ["CN", nil, "PA"])
        #expect(rows[0].aliases == ["Acme Light"])
        #expect(rows.map(\.listed?.text) == ["2031-04-02", nil, nil])
        #expect(rows[0].instrument == "96 FR 12345")
        #expect(rows[0].effect == "For all items")
        #expect(rows[0].origin == "Entity List (EL) - Bureau of Industry and Security")
    }

    @Test("gives the same of its CSV, with the line of each")
    func csvRows() throws {
        let rows = try ListForm.csl.rows(of: Array(Self.csv.utf8))
        #expect(rows.map(\.name) == ["Acme \"Bright\" Lamps", "Jane Roe"])
        #expect(rows.map(\.line) == [2, 4])
        #expect(rows.map(\.country?.code) == ["CN", nil])
        #expect(rows[0].aliases == ["Acme Light", "AL"])
        #expect(rows[0].effect == "For all items")
    }

    @Test("is refused where a row has no id, no name, an unknown type or no date")
    func damage() {
        let damaged = Self.json.replacing("\"id\":\"a1\"", with: "\"id\":null")
            .replacing("\"Jane Roe\"", with: "\" \"").replacing("Vessel", with: "Balloon")
        #expect(
            faults(of: damaged, .csl).map(\.message) == [
                "results[0].id: the row has no id", "results[1].name: the row has no name",
                "results[2].type: unknown type \"Balloon\"",
            ])
        let date = Self.csv.replacing("2031-04-02", with: "2031-14-02")
        #expect(
            faults(of: date, .csl).map(\.message)
                == ["start_date: \"2031-14-02\" is not a date"])
        #expect(faults(of: date, .csl).map(\.line) == [2])
    }

    @Test("is refused where it holds a page only, for the rest would seem to be gone")
    func page() {
        let page = Self.json.replacing("\"total\":3", with: "\"total\":900")
        #expect(faults(of: page, .csl).map(\.message) == ["it holds 3 of 900 rows"])
    }

    @Test("is refused where it states one row twice")
    func twice() {
        let twice = Self.csv.replacing("17,SDN", with: "a1,SDN")
        #expect(
            faults(of: twice, .csl).map(\.message) == ["\"a1\" is stated twice, as on line 2"])
    }

    @Test(
        "is refused where its CSV is damaged",
        arguments: [
            ("17,SDN,", "17,", 4, "the record has 9 fields, not 10"),
            ("Acme Light; AL", "\"Acme", 3, "a quoted field is not closed"),
            ("Lamps\",", "Lamps\"x,", 2, "there is text behind a quoted field"),
            ("_id,", "number,", 1, "there is no column _id"),
        ])
    func damagedCSV(_ old: String, _ new: String, _ line: Int, _ message: String) {
        let faults = faults(of: Self.csv.replacing(old, with: new), .csl)
        #expect(faults.map(\.message) == [message])
        #expect(faults.map(\.line) == [line])
    }

    @Test("is refused where it is neither JSON nor CSV")
    func otherForms() {
        #expect(faults(of: "{\"results\":[", .csl).map(\.message) == ["it is not JSON"])
        #expect(faults(of: "{\"results\":[\n{\"id\":x}]}", .csl).map(\.line) == [2])
        #expect(
            faults(of: "{}", .csl).map(\.message) == ["there is no list \"results\" in it"])
        #expect(faults(of: "<export/>", .csl).map(\.message) == ["there is no column _id"])
        #expect(faults(of: "{\"results\":[]}", .csl).map(\.message) == ["there is no row in it"])
    }
}
