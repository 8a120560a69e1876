import CanonicalJSON
import CaseModel
import Testing

@Suite("The fields of events")
struct FieldTests {
    @Test("are those of the language, with what may be absent")
    func table() {
        #expect(fieldTable.map(\.key) == EventType.all.map(\.name))
        for (type, row) in zip(EventType.all, fieldTable) {
            let fields = type.shape.fields.map(\.signature).joined(separator: " ")
            #expect("\(type.name) \(fields)" == "\(row.key) \(row.value)")
        }
    }

    @Test("name actors, sources and events where the language says so, and nowhere else")
    func references() {
        let found = EventType.all.compactMap { type in
            let named = type.shape.fields.filter { $0.shape.isReference }
                .map { "\($0.name) \($0.shape.name)" }
            return named.isEmpty ? nil : "\(type.name): " + named.joined(separator: ", ")
        }
        #expect(found == referenceTable.map { "\($0.key): \($0.value)" })
    }

    @Test("have the forms of the language")
    func forms() throws {
        for (name, row) in formTable {
            let shapes = try eventType(name).shape.fields.map { "\($0.name) \($0.shape.name)" }
            for field in row.split(separator: ", ").map(String.init) {
                #expect(shapes.contains(field), "\(name) \(field)")
            }
        }
    }

    @Test("of the example can be read", arguments: EventType.all)
    func example(type: EventType) throws {
        #expect(try faults(sampleMembers(type), type) == [])
    }

    @Test("that are required are named when they are missing", arguments: EventType.all)
    func missing(type: EventType) throws {
        for field in type.shape.fields where field.isRequired {
            var data = type.example
            #expect(data[field.name] != nil, "the example leaves \(field.name) out")
            data[field.name] = nil
            let found = try faults(type.name, data: data)
            #expect(found.map(\.line) == ["data: the field \"\(field.name)\" is missing"])
        }
    }

    @Test("that the language does not know are refused with the nearest one")
    func unknown() throws {
        for (name, field, nearest) in [
            ("control.taken", "assett", "asset"), ("measure.imposed", "efective", "effective"),
            ("role.changed", "organization", "organisation"), ("transfer.made", "form", "from"),
            ("source.captured", "publishd", "published"), ("event.corrected", "notes", "note"),
            ("link.asserted", "asserted_bye", "asserted_by"),
        ] {
            var data = try eventType(name).example
            data[field] = "x"
            let found = try faults(name, data: data)
            #expect(found.map(\.line) == ["data.\(field): unknown field \"\(field)\""])
            #expect(found.first?.hint == "did you mean \"\(nearest)\"?")
        }
    }

    @Test("are all listed where none is near", arguments: EventType.all)
    func extra(type: EventType) throws {
        var data = type.example
        data["zzzzzzzzzzzzzzzz"] = 1
        let found = try faults(type.name, data: data)
        #expect(found.map(\.line) == ["data.zzzzzzzzzzzzzzzz: unknown field \"zzzzzzzzzzzzzzzz\""])
        let names = type.shape.fields.map(\.name).joined(separator: ", ")
        #expect(found.first?.hint == "known: " + names)
    }
}

extension Shape {
    fileprivate var isReference: Bool {
        switch self {
        case .reference(let kind), .list(.reference(let kind)): kind.mustExist
        default: false
        }
    }
}
