import TestSupport
import Testing

@Suite("The schema of what can be imported")
struct SchemaTests {
    private func answer(_ arguments: String...) async throws -> JSON {
        try await Desk.withFolder { folder in
            let told = try await Program(environment: [:], folder: folder).run(arguments)
            #expect(told.exitCode == 0)
            return try JSON(told.stdout)
        }
    }

    /// The branch of a schema for each type, by its name.
    private func branches(_ event: JSON) -> [String: JSON] {
        Dictionary(
            uniqueKeysWithValues: event["allOf"].elements.map {
                ($0["if"]["properties"]["type"]["const"].string ?? "", $0["then"])
            })
    }

    @Test("has every type with the fields and the meaning that cases types shows")
    func fields() async throws {
        let types = try await answer("types", "--json")["types"].elements
        let lines = branches(try await answer("schema", "line"))
        let events = branches(try await answer("schema")["$defs"]["anyEvent"])
        for type in types where type["type"] != "body.erased" {
            let name = try #require(type["type"].string)
            let line = try #require(lines[name])
            #expect(line["description"] == type["meaning"])
            let fields = type["fields"].elements
            let members = line["properties"]["data"]["properties"]
            #expect(
                fields.map { members[$0["name"].string ?? ""]["description"] }
                    == fields.map { $0["form"] })
            let isInCases = type["streams"].elements.contains("case")
            #expect((events[name] != nil) == isInCases)
        }
        #expect(lines.count == types.count - 1)
    }

    @Test("says in the notation of YAML what a plain scalar may be taken for")
    func notations() async throws {
        let (file, line) = (try await answer("schema"), try await answer("schema", "line"))
        #expect(line["$defs"]["text"]["type"] == "string")
        #expect(file["$defs"]["text"]["type"] == ["string", "number", "boolean"])
        #expect(file["$defs"]["edtf"]["type"] == ["string", "integer"])
        #expect(file["$defs"]["country"]["type"] == "string")
        for schema in [file, line] {
            #expect(schema["$schema"] == "https://json-schema.org/draft/2020-12/schema")
        }
    }
}
