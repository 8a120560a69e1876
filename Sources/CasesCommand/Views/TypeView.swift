import CanonicalJSON
import CaseModel
import Projections
import Wording

/// All types of the language.
struct TypeList {
    let types: [EventType]

    var lines: [String] {
        var table = TextTable("TYPE", "MEANING", flexible: 1)
        for type in types { table.add(type.name, type.meaning) }
        return table.lines + ["", "Fields, words and an example: cases types TYPE"]
    }

    var json: JSONValue {
        ["schema": "cases.types/1", "types": .array(types.map { TypeView(type: $0).members })]
    }
}

/// One type with its fields, words and an example.
struct TypeView {
    let type: EventType

    var lines: [String] {
        var block = Block()
        block.add("\(type.name): \(type.meaning)")
        block.add("stands in " + type.streams.map { "\($0.rawValue)/SLUG" }.joined(separator: ", "))
        if !type.shape.fields.isEmpty {
            block.heading("FIELDS (? may be absent)")
            for field in type.shape.fields { add(field, &block) }
        }
        block.heading("EXAMPLE, A LINE FOR cases import")
        block.add(example.line.wrapped(margin: 2))
        return block.lines
    }

    private func add(_ field: Shape.Field, _ block: inout Block) {
        block.add("\(field.signature)  \(field.shape.name)", margin: 2)
    }

    var json: JSONValue {
        guard var members = members.object else { return members }
        members["schema"] = "cases.type/1"
        members["example"] = example
        return .object(members)
    }

    var members: JSONValue {
        [
            "type": .string(type.name), "meaning": .string(type.meaning),
            "streams": .array(type.streams.map { .string($0.rawValue) }),
            "fields": .array(type.shape.fields.map(\.json)),
        ]
    }

    /// An import line with example fields.
    private var example: JSONValue {
        let kind = type.streams.first ?? .case
        let slug =
            switch kind {
            case .case: "acme-seizure"
            case .actor: "acme"
            case .source: "gazette-2031-04-02"
            case .measure: "lamp-export-ban"
            case .list: "lamp-register"
            }
        var line: JSONObject = [
            "stream": .string("\(kind.rawValue)/\(slug)"), "type": .string(type.name),
            "key": .string(type.fixedKey ?? "seizure"), "data": .object(type.example),
        ]
        if type.isWorld {
            line["occurred"] = "2031-04-02"
            line["summary"] = "One sentence in your own words."
            line["actors"] = [["role": "actor", "actor": "nl-economy-ministry"]]
        }
        if type.needsSupport { line["claims"] = [["source": "gazette-2031-04-02"]] }
        return .object(line)
    }
}

extension Shape.Field {
    fileprivate var json: JSONValue {
        ["name": .string(name), "form": .string(shape.name), "required": .bool(isRequired)]
    }
}

extension String {
    /// The text broken at any character, with a margin: for JSON, which has no words.
    fileprivate func wrapped(margin: Int) -> [String] {
        let indent = String(repeating: " ", count: margin)
        return wrap(self, to: terminalWidth - margin).map { indent + $0 }
    }
}
