import CaseModel
import ListForms
import Testing

@Suite("OpenSanctions statements")
struct StatementTableTests {
    /// Statements about two invented parties, one sanction each, and an owner who is not listed.
    static let sample = """
        canonical_id,entity_id,prop,prop_type,schema,value,dataset,lang,original_value,external,first_seen,last_seen,id
        NK-a,lmp-1,name,name,Company,Лампы,lmp,rus,,f,2031-04-03T00:00:00,2031-04-03T00:00:00,1
        NK-a,lmp-1,name,name,Company,Acme Lamps,lmp,eng,,f,2031-04-03T00:00:00,2031-04-03T00:00:00,2
        NK-a,oth-9,alias,name,Company,Acme Light,oth,,,f,2031-04-03T00:00:00,2031-04-03T00:00:00,3
        NK-a,lmp-1,country,country,Company,cn,lmp,,China,f,2031-04-03T00:00:00,2031-04-03T00:00:00,4
        NK-s,lmp-s,entity,entity,Sanction,lmp-1,lmp,,,f,2031-04-03T00:00:00,2031-04-03T00:00:00,5
        NK-s,lmp-s,listingDate,date,Sanction,2031-04,lmp,,,f,2031-04-03T00:00:00,2031-04-03T00:00:00,6
        NK-s,lmp-s,program,string,Sanction,LAMPS,lmp,,,f,2031-04-03T00:00:00,2031-04-03T00:00:00,7
        NK-s,lmp-s,authority,string,Sanction,Lamp Office,lmp,,,f,2031-04-03T00:00:00,2031-04-03T00:00:00,8
        NK-o,lmp-2,name,name,Person,Olga Owner,lmp,,,f,2031-04-03T00:00:00,2031-04-03T00:00:00,9
        NK-p,lmp-3,name,name,Person,Jane Roe,lmp,,,f,2031-04-03T00:00:00,2031-04-03T00:00:00,10
        NK-t,lmp-t,entity,entity,Sanction,NK-p,lmp,,,f,2031-04-03T00:00:00,2031-04-03T00:00:00,11

        """

    @Test("give a row for each party that a sanction names, by canonical id")
    func rows() throws {
        let rows = try ListForm.openSanctions.rows(of: Array(Self.sample.utf8))
        #expect(rows.map(\.id) == ["NK-a", "NK-p"])
        #expect(rows.map(\.name) == ["Acme Lamps", "Jane Roe"])
        #expect(rows.map(\.type) == [.company, .person])
        #expect(rows[0].aliases == ["Лампы", "Acme Light"])
        #expect(rows.map(\.country?.code) == ["CN", nil])
        #expect(rows.map(\.listed?.text) == ["2031-04", nil])
        #expect(rows[0].instrument == "LAMPS")
        #expect(rows[0].origin == "Lamp Office")
    }

    @Test("are refused where a sanction names nobody in the file, or nobody who can be a party")
    func damage() {
        let unknown = Self.sample.replacing("Sanction,NK-p", with: "Sanction,NK-x")
        #expect(
            faults(of: unknown, .openSanctions).map(\.message)
                == ["the sanction names \"NK-x\", which is not in the file"])
        #expect(faults(of: unknown, .openSanctions).map(\.line) == [12])
        let address = Self.sample.replacing("name,name,Person,Jane", with: "name,name,Address,Jane")
        #expect(
            faults(of: address, .openSanctions).map(\.message)
                == ["NK-p: a \"Address\" is not a party"])
        let nameless = Self.sample.replacing(
            "name,name,Person,Jane", with: "alias,name,Person,Jane")
        #expect(
            faults(of: nameless, .openSanctions).map(\.message)
                == ["NK-p: the party has no name"])
    }

    @Test("are refused where a column is missing, or nobody is listed")
    func otherForms() {
        #expect(
            faults(of: Self.sample.replacing("canonical_id,", with: "id,"), .openSanctions)
                .map(\.message) == ["there is no column canonical_id"])
        let nobody = Self.sample.split(separator: "\n").filter { !$0.contains("Sanction") }
            .joined(separator: "\n")
        #expect(
            faults(of: nobody, .openSanctions).map(\.message)
                == ["there is no party that a Sanction names in it"])
    }
}
