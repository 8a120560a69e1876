package import CanonicalJSON

extension JSONValue {
    /// The canonical JSON as text.
    package var line: String { String(decoding: canonicalBytes(), as: UTF8.self) }

    /// A value of an answer in a few words: a date or quantity as written, or a text; nil if it has
    /// parts.
    package var words: String? {
        switch self {
        case .null: "nothing"
        case .string(let text): text
        case .bool(let isSo): isSo ? "yes" : "no"
        case .integer: line
        case .object(let members): members.words
        case .array(let elements): elements.isEmpty ? "nothing" : JSONValue.list(elements)
        }
    }

    /// The parts of a value, one per line, with a blank line between the rows of a list.
    package var parts: [String] {
        switch self {
        case .object(let members):
            members.members.map { "\($0.name): \($0.value.words ?? $0.value.line)" }
        case .array(let elements):
            Array(elements.map { $0.words.map { [$0] } ?? $0.parts }.joined(separator: [""]))
        default: [words ?? line]
        }
    }

    private static func list(_ elements: [JSONValue]) -> String? {
        let words = elements.compactMap(\.words)
        return words.count == elements.count ? words.joined(separator: ", ") : nil
    }
}

extension JSONObject {
    /// A date, quantity, link, participant or claim in one line; nil for anything else.
    fileprivate var words: String? {
        if let date = self["edtf"] { return date.string ?? "undated" }
        if self["relation"] != nil { return link + doubt }
        if let role = self["role"]?.string, let actor = self["actor"]?.string {
            return "\(role) \(actor)"
        }
        if self["source"] != nil, self["set_by"] == nil { return claim + doubt }
        return self["printed"]?.string.map { "“\($0)”" }
    }

    private var link: String {
        let mode = self["mode"]?.string.map { " (\($0))" } ?? ""
        let relation = "\(self["relation"]?.string ?? "")\(mode)"
        let rest = ["basis", "likelihood"].compactMap { self[$0]?.string }
        let first = ([relation] + rest).joined(separator: ", ") + ": \(self["to"]?.string ?? "")"
        let authors = (self["asserted_by"]?.array ?? []).compactMap(\.string)
        let denials = (self["disputed_by"]?.array ?? []).compactMap(\.object).map(\.denial)
        let denied = denials.isEmpty ? [] : ["DENIED BY \(denials.joined(separator: ", "))"]
        let asserted = "asserted by \(authors.joined(separator: ", "))"
        let fallen =
            (self["unsupported"] == nil ? [] : ["unsupported"])
            + (self["rests_on_retracted"] == nil ? [] : ["rests on a retracted event"])
        return ([first, asserted] + denied + fallen).joined(separator: "; ")
    }

    private var denial: String {
        "\(self["actor"]?.string ?? "") (\(self["source"]?.string ?? ""))" + doubt
    }

    private var doubt: String { mark(certain: self["certain"] == nil) }

    private var claim: String {
        let stance = ["stance", "field"].compactMap { self[$0]?.string }.joined(separator: " ")
        let says = self["value"].map { "says \($0.words ?? $0.line)" }
        let parts = [self["source"]?.string, self["at"]?.string, stance, says]
        return parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
