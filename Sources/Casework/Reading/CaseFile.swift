import CanonicalJSON
import CaseModel
import Yams

/// A case as people write it: one YAML file with its sources, actors, lists, measures and events.
///
/// Its entries are in the order in which they are recorded: registers, the case, events.
struct CaseFile {
    private var reader: YAMLReader
    private(set) var entries: [Entry] = []

    /// The faults of the file, in addition to those within its entries.
    var faults: [LocatedFault] { reader.faults }

    /// Reads the text of a file; throws if it is not valid YAML or not a case file.
    init(_ text: String, file: String) throws(CaseworkError) {
        reader = YAMLReader(file: file)
        guard let root = try YAMLTree.root(of: text, file: file) else { return }
        guard case .mapping(let members) = root else {
            throw .refused([fault(root, "a case file has fields", hint: CaseFile.hint)])
        }
        refuseUnknown(members)
        for (name, kind) in CaseFile.registers { register(members[name], kind: kind) }
        readCase(members)
    }

    /// The fields that contain registers, in the order in which they are recorded.
    static let registers: KeyValuePairs<String, StreamName.Kind> = [
        "sources": .source, "actors": .actor, "lists": .list, "measures": .measure,
    ]
    private static let fields = registers.map(\.key) + ["case", "title", "events"]
    private static let hint = "it has: " + fields.joined(separator: ", ")

    private mutating func refuseUnknown(_ members: Node.Mapping) {
        for (key, _) in members {
            guard let name = key.scalar?.string else {
                reader.note(key, "a field's name is expected", hint: CaseFile.hint)
                continue
            }
            guard !CaseFile.fields.contains(name) else { continue }
            let hint = remedy(for: name, among: CaseFile.fields)
            reader.note(key, "unknown field \(quoted(name))", hint: hint)
        }
    }

    private func fault(_ node: Node, _ message: String, hint: String) -> LocatedFault {
        let place = Place(file: reader.file, line: node.mark?.line, column: node.mark?.column)
        return LocatedFault(at: place, .badEvent, message, hint: hint)
    }
}

extension CaseFile {
    /// The registers in a file: each becomes the first event of a stream.
    private mutating func register(_ node: Node?, kind: StreamName.Kind) {
        guard let node, let type = EventType.named(kind.firstType), let key = type.fixedKey else {
            return
        }
        guard case .mapping(let registers) = node else {
            return reader.note(node, "slugs with their fields are expected", hint: "SLUG: {…}")
        }
        for (name, value) in registers {
            guard let slug = name.scalar.flatMap({ Slug($0.string) }) else {
                reader.note(
                    name, "this is not a slug", hint: "small letters, digits, single hyphens")
                continue
            }
            let path = JSONPointer.root.appending("data")
            let stream = StreamName(kind, slug)
            add(value, in: stream, type, type.shape, at: path, from: name.yamlMark) { data in
                ["key": .string(key), "data": data]
            }
        }
    }

    private mutating func readCase(_ members: Node.Mapping) {
        guard let name = members["case"] else {
            for field in ["title", "events"] {
                guard let node = members[field] else { continue }
                reader.note(node, "\(field) without a case", hint: "add case: SLUG")
            }
            return
        }
        guard let slug = name.scalar.flatMap({ Slug($0.string) }) else {
            return reader.note(
                name, "this is not a slug", hint: "small letters, digits, single hyphens")
        }
        let stream = StreamName(.case, slug)
        if let title = members["title"], let type = EventType.named(CaseOpened.type) {
            let path = JSONPointer.root.appending("data").appending("title")
            add(title, in: stream, type, String.shape, at: path) { title in
                ["key": "opened", "data": ["title": title]]
            }
        }
        readEvents(members["events"], in: stream)
    }

    private mutating func readEvents(_ node: Node?, in stream: StreamName) {
        guard let node else { return }
        guard case .sequence(let events) = node else {
            return reader.note(node, "a list of events is expected", hint: "begin each with - key:")
        }
        for event in events { readEvent(event, in: stream) }
    }

    private mutating func readEvent(_ node: Node, in stream: StreamName) {
        guard case .mapping(var members) = node else {
            return reader.note(node, "an event has fields", hint: "key, type, occurred, summary, …")
        }
        guard let type = eventType(members["type"], of: node) else { return }
        let id = members["id"]?.scalar?.string
        members["type"] = nil
        members["id"] = nil
        if let id, EventID(id) == nil {
            reader.note(node, "\(quoted(id)) is not an id", hint: "a UUID, or leave it out")
        }
        let given = id.flatMap { EventID($0) }
        add(.mapping(members), in: stream, type, type.bodyShape, at: .root, id: given) { $0 }
    }

    private mutating func eventType(_ name: Node?, of event: Node) -> EventType? {
        guard let name, let text = name.scalar?.string else {
            reader.note(event, "the field \"type\" is missing", hint: "cases types lists them")
            return nil
        }
        guard let type = EventType.named(text) else {
            let hint = remedy(for: text, among: EventType.all.map(\.name))
            reader.note(name, "unknown type \(quoted(text))", hint: hint)
            return nil
        }
        return type
    }

    /// Reads a node and wraps its value into the members of a body; the places of values are
    /// adjusted accordingly.
    private mutating func add(
        _ node: Node, in stream: StreamName, _ type: EventType, _ shape: Shape,
        at path: JSONPointer, id: EventID? = nil, from mark: YAMLMarks.Mark? = nil,
        _ wrap: (JSONValue) -> JSONValue
    ) {
        var own = YAMLReader(file: reader.file, from: mark ?? node.yamlMark)
        let value = own.read(node, as: shape, at: path)
        reader.keep(own.faults)
        guard own.faults.isEmpty, let members = wrap(value).object else { return }
        entries.append(
            Entry(
                stream: stream, type: type, id: id, members: members,
                origin: .marks(file: reader.file, own.marks)))
    }
}
