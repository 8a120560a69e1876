package import CanonicalJSON
package import CaseModel

/// An event as somebody fills it in, field by field, on a command line or a page.
package struct EventForm: Sendable {
    /// When it happened.
    package enum Occurred: Sendable {
        /// As EDTF.
        case at(String)
        /// No source gives a date.
        case undated
    }

    /// A source and a place in it: `SOURCE` or `SOURCE@PLACE`.
    package var sources: [String] = []
    /// Why there is no source.
    package var noSource: String?
    /// The event's key.
    package var key: String?
    /// When it happened; nil where the type needs no date.
    package var occurred: Occurred?
    /// One sentence.
    package var summary: String?
    /// Who took part, and as what.
    package var participants: [(role: String, actor: String)] = []
    /// The fields of the type.
    package var data: JSONObject?
    /// Single fields, laid over `data`.
    package var settings: [String] = []
    /// The links that stand on it.
    package var links: [LinkForm] = []

    /// An empty form.
    package init() {}

    /// The entry that the form makes.
    ///
    /// - Parameters:
    ///   - stream: where it is to stand.
    ///   - type: its type.
    ///   - id: needed where there is no key.
    /// - Returns: the entry, not yet checked.
    /// - Throws: `CaseworkError` where a setting names no field of the type or has no value that
    ///   fits it.
    package func entry(
        in stream: StreamName, type: EventType, id: EventID?
    ) throws -> Entry {
        var members = JSONObject()
        members["key"] = key.map(JSONValue.string)
        members["summary"] = summary.map(JSONValue.string)
        members["no_source"] = noSource.map(JSONValue.string)
        members["actors"] = .array(
            participants.map { ["role": .string($0), "actor": .string($1)] })
        members["claims"] = .array(sources.map(EventForm.claim))
        members["links"] = .array(links.map { $0.json(sources: sources.map(EventForm.slug)) })
        members["data"] = data.map(JSONValue.object)
        if let occurred { members["occurred"] = occurred.json }
        let settings = try settings.map { try FieldSetting($0, of: type) }
        try FieldSetting.checkOnce(settings, beside: members)
        for setting in settings { setting.apply(to: &members) }
        return Entry(stream: stream, type: type, id: id, members: members, origin: .commandLine)
    }

    private static func claim(_ source: String) -> JSONValue {
        var claim: JSONObject = ["source": .string(slug(source))]
        let place = source.drop { $0 != "@" }.dropFirst()
        if !place.isEmpty { claim["at"] = .string(String(place)) }
        return .object(claim)
    }

    private static func slug(_ source: String) -> String { String(source.prefix { $0 != "@" }) }
}

extension EventForm.Occurred {
    fileprivate var json: JSONValue {
        switch self {
        case .at(let date): .string(date)
        case .undated: .null
        }
    }
}

extension EventForm {
    /// The first event of a register or case.
    ///
    /// - Parameters:
    ///   - stream: the thing.
    ///   - data: what is known of it.
    /// - Returns: the entry, not yet checked.
    /// - Throws: `CaseworkError` where the language has no such type, which is a fault of ours.
    package static func first(
        of stream: StreamName, data: JSONObject
    ) throws -> Entry {
        let type = try EventType.known(stream.kind.firstType)
        var form = EventForm()
        form.key = stream.kind.firstKey
        form.data = data
        return try form.entry(in: stream, type: type, id: nil)
    }
}
