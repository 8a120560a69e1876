import CanonicalJSON
import CaseModel

/// A field of an event of a case: `seizure.occurred`, `seizure.data.scope`, `seizure.scope`; or the
/// whole event: `seizure`, `#4`.
struct EventField {
    /// The effective event.
    let standing: EffectiveEvent
    /// The field's path; nil for the whole event.
    let path: String?

    /// The field named by `text`; nil if no event has it.
    init?(_ text: String, of slug: Slug, in events: [EffectiveEvent]) {
        let local = text.hasPrefix("\(slug)/") ? String(text.dropFirst(slug.text.count + 1)) : text
        let name = local.prefix { $0 != "." }
        let found = events.first { standing in
            let event = standing.event
            return [event.body.key?.text, "#\(event.version)", "\(slug)#\(event.version)"]
                .contains(String(name))
        }
        guard let found else { return nil }
        standing = found
        guard name.count < local.count else {
            path = nil
            return
        }
        let field = String(local.dropFirst(name.count + 1))
        guard let path = (try? FieldName(spelling: field))?.path, found.event.type.has(path)
        else { return nil }
        self.path = path
    }

    /// Every name of a field of an event.
    static func names(of event: Event) -> [String] {
        let name = localName(event.reference.description)
        return [name] + event.type.paths.map { "\(name).\($0)" }
    }

    /// The value of the field in a body; the summary for the whole event.
    ///
    /// Links to a retracted event are marked; links to an event that the requested clocks exclude
    /// are omitted.
    func value(in body: JSONView) -> JSONValue {
        guard let path else { return body["summary"]?.value ?? .null }
        let value = body.value(at: path) ?? .null
        return path == "links" ? standing.settled(links: value) : value
    }
}

extension EventType {
    /// The paths of its fields.
    fileprivate var paths: [String] {
        FieldName.envelope + shape.fields.map { "data.\($0.name)" }
    }

    fileprivate func has(_ path: String) -> Bool { paths.contains(path) }
}

extension EffectiveEvent {
    /// A list of links with the states of their target events.
    fileprivate func settled(links: JSONValue) -> JSONValue {
        guard !fates.isEmpty, let elements = links.array else { return links }
        return .array(
            elements.compactMap { element in
                guard var link = element.object,
                    let fate = link["to"]?.string.flatMap({ EventReference($0) }).flatMap({
                        fates[$0]
                    })
                else { return element }
                guard fate == .retracted else { return nil }
                link["rests_on_retracted"] = true
                return .object(link)
            })
    }
}

/// The rows of a state, and the value in them, that a field name selects.
///
/// A field name may omit the end of a row's name, or the part between it and the name of the value:
/// `controls.acme` and `controls.acme.since` select every control of Acme.
struct FieldSelection: Hashable, Sendable {
    /// The names of the rows, in order.
    let rows: [String]
    /// The selected value; nil for whole rows.
    let value: String?

    /// Whole rows, or one value of each.
    init(rows: [String], value: String?) {
        self.rows = rows
        self.value = value
    }

    /// The selection of a field name among rows; nil if it matches none.
    init?(_ field: String, among rows: [StateRow]) {
        let names = rows.map(\.name).uniqued()
        if names.contains(field) {
            self.init(rows: [field], value: nil)
        } else if let row = rows.first(where: { $0.fields.contains(field) }) {
            self.init(rows: [row.name], value: String(field.dropFirst(row.name.count + 1)))
        } else {
            self.init(field, beginning: rows)
        }
    }

    private init?(_ field: String, beginning rows: [StateRow]) {
        let begun = rows.filter { $0.name.hasPrefix(field + ".") }.map(\.name).uniqued()
        guard begun.isEmpty else {
            self.init(rows: begun, value: nil)
            return
        }
        guard let dot = field.lastIndex(of: ".") else { return nil }
        let (start, value) = (field[...dot], String(field[dot...].dropFirst()))
        let having = rows.filter { $0.name.hasPrefix(start) && $0.values[value] != nil }
        guard !having.isEmpty else { return nil }
        self.init(rows: having.map(\.name).uniqued(), value: value)
    }
}

extension StateRow {
    /// The field names that select one value of it.
    var fields: [String] {
        values.keys.filter { !$0.isEmpty }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            .map { "\(name).\($0)" }
    }
}
