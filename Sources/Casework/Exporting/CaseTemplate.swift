package import CaseModel

/// A case file to fill in: its fields are those of the language, and what must be given has no
/// value yet, so that import refuses it until it is written.
package struct CaseTemplate: Sendable {
    /// The text of the file.
    package private(set) var text = ""

    /// The types that can stand among the events of a case file.
    package static let types = EventType.imported.filter { $0.streams.contains(.case) }

    /// The column of the comments.
    private static let column = 26

    /// Writes a template.
    ///
    /// - Parameters:
    ///   - slug: The case.
    ///   - types: The types of its events, one event each; one event without a type if empty.
    package init(for slug: Slug, types: [EventType]) {
        text = """
            # yaml-language-server: $schema=case-file.schema.json
            #
            # Give every field a value, and take out what the case does not need; a line with # before a
            # field can be filled in too. `null` means that it is not known.
            #
            #     cases schema > case-file.schema.json        completion in an editor
            #     cases import --dry-run \(slug).yaml
            #                                                 lists what is still missing
            #     cases types                                 the types of events, and their fields

            """
        add(CaseFileEntry.Section.sources, first: "first-source", SourceCaptured.shape)
        add(CaseFileEntry.Section.actors, first: "first-actor", ActorRegistered.shape)
        text += "case: \(slug)\n"
        add("title", "one line by which the case is known", margin: 0)
        text += "events:\n"
        if types.isEmpty { addEvent(nil, key: "first-event") }
        for (index, type) in types.enumerated() {
            addEvent(type, key: index == 0 ? "first-event" : "event-\(index + 1)")
        }
    }
}

extension CaseTemplate {
    private mutating func add(_ section: CaseFileEntry.Section, first: String, _ shape: Shape) {
        text += "\(section.rawValue):\n"
        add("  \(first):", "a name of your own: small letters, digits, hyphens")
        for field in shape.fields { add(field, margin: 4) }
    }

    private mutating func addEvent(_ type: EventType?, key: String) {
        add("  - key: \(key)", "a name of your own")
        if let type {
            add("    type: \(type.name)", type.meaning)
        } else {
            add("type", "cases types lists them", margin: 4)
        }
        if type?.isWorld ?? true {
            add(
                "occurred", "as precise as the source: 2031-04-02, 2031-04, \"[..2031-04]\"",
                margin: 4)
            add("summary", "one sentence in your own words", margin: 4)
            text += "    actors:\n      - {role: actor, actor: first-actor}\n"
        }
        if type?.needsSupport ?? true {
            text += "    claims:\n      - source: first-source\n"
            add("at", "where in the source: paragraph 2, page 7", margin: 8)
            add("# quote:", "the words of the source", margin: 8)
        }
        guard let fields = type?.shape.fields, !fields.isEmpty else { return }
        text += "    data:\n"
        for field in fields { add(field, margin: 6) }
    }

    /// A field without a value; commented out where it may be absent.
    private mutating func add(_ field: Shape.Field, margin: Int) {
        add(field.isRequired ? field.name : "# \(field.name):", field.shape.name, margin: margin)
    }

    private mutating func add(_ name: String, _ comment: String, margin: Int) {
        let indent = String(repeating: " ", count: margin)
        add(indent + (name.hasSuffix(":") ? name : name + ":"), comment)
    }

    private mutating func add(_ line: String, _ comment: String) {
        let padding = String(repeating: " ", count: max(1, CaseTemplate.column - line.count))
        text += "\(line)\(padding)# \(comment)\n"
    }
}
