package import CanonicalJSON
package import CaseModel

/// An event as the user enters it, field by field, on a command line or a page.
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
    /// When it happened; nil if the type needs no date.
    package var occurred: Occurred?
    /// One sentence.
    package var summary: String?
    /// The actors, with their roles.
    package var participants: [(role: String, actor: String)] = []
    /// The fields of the type.
    package var data: JSONObject?
    /// Single fields, which override `data`.
    package var settings: [String] = []
    /// The links of the event.
    package var links: [LinkForm] = []

    /// Creates an empty form.
    package init() {}

    /// Creates the entry from the form.
    ///
    /// - Parameters:
    ///   - stream: The stream of the event.
    ///   - type: Its type.
    ///   - id: Required if there is no key.
    /// - Returns: The entry, not yet checked.
    /// - Throws: `CaseworkError` if a setting names no field of the type, or its value does not
    ///   fit.
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
    /// Creates the first event of a register or case.
    ///
    /// - Parameters:
    ///   - stream: The register or case.
    ///   - data: Its fields.
    /// - Returns: The entry, not yet checked.
    /// - Throws: `CaseworkError` if the language has no such type, which is a bug.
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
