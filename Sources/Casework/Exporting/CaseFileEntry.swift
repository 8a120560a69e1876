import CanonicalJSON
import CaseModel
import Yams

/// An event as an entry of a case file: a register, the title of the case, or one of its events.
struct CaseFileEntry {
    /// The part of the file in which it stands.
    let section: Section
    /// The event as it was recorded.
    let event: Event

    /// A part of a case file, named as in the file.
    enum Section: String, CaseIterable {
        case sources, actors, lists, measures, title, events
    }

    /// The entry of an event; nil if a case file cannot say it.
    ///
    /// Of a register a case file has only the first event, and of that only the data.
    init?(_ event: Event) {
        guard let section = Section(event) else { return nil }
        (self.section, self.event) = (section, event)
    }
}

extension CaseFileEntry.Section {
    fileprivate init?(_ event: Event) {
        guard !event.isErased, !event.type.recordsErasure,
            !JSONValue.object(event.json).holdsTextAfterMark
        else { return nil }
        let isPlain = event.json.members.allSatisfy { ["key", "data"].contains($0.name) }
        if event.type.name == CaseOpened.type, isPlain {
            self = .title
        } else if event.stream.kind == .case {
            self = .events
        } else if event.type.name == event.stream.kind.firstType, isPlain {
            guard let name = CaseFile.registers.first(where: { $0.value == event.stream.kind })?.key
            else { return nil }
            self.init(rawValue: name)
        } else {
            return nil
        }
    }
}

extension JSONValue {
    /// Whether any text begins with a byte order mark, which is lost when YAML is read.
    fileprivate var holdsTextAfterMark: Bool {
        switch self {
        case .string(let text): text.unicodeScalars.first == YAMLText.byteOrderMark
        case .array(let elements): elements.contains(where: \.holdsTextAfterMark)
        case .object(let object): object.members.contains { $0.value.holdsTextAfterMark }
        default: false
        }
    }
}

extension CaseFileEntry {
    /// The lines of the entry, with a margin.
    func text(margin: Int) throws(CaseworkError) -> String {
        let data = event.json["data"] ?? [:]
        switch section {
        case .title:
            let title = YAMLWriter.node(data.object?["title"] ?? .null, as: String.shape)
            return try YAMLWriter.text(
                of: .mapping(Node.Mapping([(Node("title"), title)])), margin: margin)
        case .events:
            return try YAMLWriter.text(of: .sequence(Node.Sequence([body])), margin: margin)
        case .sources, .actors, .lists, .measures:
            let name = YAMLWriter.node(event.stream.slug.text)
            let fields = YAMLWriter.node(data, as: event.type.shape)
            return try YAMLWriter.text(
                of: .mapping(Node.Mapping([(name, fields)], Tag(.implicit), .block)), margin: margin
            )
        }
    }

    /// The members of an event: its key or id, its type, and then as in the language.
    private var body: Node {
        let json = event.json
        let name =
            if let key = event.body.key {
                ("key", YAMLWriter.node(key.text))
            } else {
                ("id", YAMLWriter.node(event.id.text))
            }
        let rest = event.type.bodyShape.fields.filter { $0.name != "key" }.compactMap { field in
            json[field.name].map { (field.name, YAMLWriter.node($0, as: field.shape)) }
        }
        let members = [name, ("type", YAMLWriter.node(event.type.name))] + rest
        return .mapping(
            Node.Mapping(
                members.map { (YAMLWriter.node($0.0), $0.1) }, Tag(.implicit), .block))
    }
}
