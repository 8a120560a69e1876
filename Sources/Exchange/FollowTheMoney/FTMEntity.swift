import CanonicalJSON
import CaseModel

/// An entity of FollowTheMoney (4.11): values under the properties of a schema.
struct FTMEntity {
    /// A value, and how it stands in the record where that differs.
    struct Value: Hashable {
        let text: String
        let original: String?
    }

    let id: String
    let schema: String
    /// The event that it was made from.
    let event: Event
    private(set) var properties: [(name: String, value: Value)] = []

    init(_ id: String, _ schema: String, from event: Event) {
        (self.id, self.schema, self.event) = (id, schema, event)
    }

    /// Adds a value as the library would clean it; nil and what is there already are not added.
    ///
    /// - Parameters:
    ///   - name: The property.
    ///   - text: The value.
    ///   - original: How it stands in the record, if that is not the text before cleaning.
    mutating func add(_ name: String, _ text: String?, original: String? = nil) {
        guard let given = text else { return }
        let text = FTMText.cleaned(given, asName: name == "name" || name == "alias")
        guard !text.isEmpty else { return }
        let before = original ?? given
        let isSame = before.utf8.elementsEqual(text.utf8)
        let value = Value(text: text, original: isSame ? nil : before)
        guard !properties.contains(where: { $0.name == name && $0.value.text == text }) else {
            return
        }
        properties.append((name, value))
    }

    /// Adds several values.
    mutating func add(_ name: String, _ texts: [String]) {
        for text in texts { add(name, text) }
    }

    /// The entity on one line, its id first.
    var line: String {
        var members = JSONObject()
        for (name, value) in properties {
            members[name] = .array((members[name]?.array ?? []) + [.string(value.text)])
        }
        let rest = JSONValue.object(["properties": .object(members), "schema": .string(schema)])
        let text = String(decoding: rest.canonicalBytes(), as: UTF8.self)
        return "{\"id\":\"\(id)\"," + text.dropFirst()
    }

    /// The texts that it holds about its event; names of other things as the record writes them.
    func texts(withOriginals: Bool) -> WrittenTexts {
        var texts = WrittenTexts()
        for (name, value) in properties {
            texts.insert(FTMName.plain(value.text))
            if name == "country" { texts.insert(value.text.uppercased()) }
            if withOriginals, let original = value.original { texts.insert(original) }
        }
        return texts
    }
}

/// The ids of entities, and what they name.
enum FTMName {
    /// The id of an actor.
    static func actor(_ slug: Slug) -> String { "actor-" + slug.text }
    /// The id of a source.
    static func source(_ slug: Slug) -> String { "source-" + slug.text }
    /// The id of what was made from an event, with a part of its own; slugs have no full stops.
    static func event(_ reference: EventReference, _ part: String = "") -> String {
        switch reference {
        case .keyed(let stream, let key):
            "\(stream.kind.rawValue).\(stream.slug).\(key)" + part
        case .id(let id): "event." + id.text + part
        case .numbered(let stream, let version):
            "\(stream.kind.rawValue).\(stream.slug).\(version)" + part
        }
    }

    /// What an id names, as the record writes it; any other text as it is.
    static func plain(_ text: String) -> String {
        for kind in ["actor-", "source-"] where text.hasPrefix(kind) {
            let slug = String(text.dropFirst(kind.count))
            if Slug(slug) != nil { return slug }
        }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        if parts.count == 3, parts[0] == "case", Slug(parts[1]) != nil, Slug(parts[2]) != nil {
            return parts[1] + "/" + parts[2]
        }
        return text
    }
}
