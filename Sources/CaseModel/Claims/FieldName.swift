/// The name of a field of an event: `occurred`, `summary`, `actors`, `claims`, `links`, or a field
/// of its data, written `data.NAME` or `NAME`.
public struct FieldName: TextValue, Hashable {
    /// The name as written.
    public let text: String

    /// The members of an event that are named without `data.`.
    public static let envelope = ["occurred", "summary", "actors", "claims", "links"]

    /// `FIELD`.
    public static var formName: String { "FIELD" }
    /// The date.
    public static var placeholder: FieldName { FieldName(name: "occurred") }

    private init(name: String) { text = name }

    /// Reads a field's name; whether the event has such a field is its type's business.
    public init(spelling text: String) throws(Misspelling) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let isWord = { (part: Substring) in
            !part.isEmpty && part.utf8.allSatisfy { FieldName.letters.contains($0) }
        }
        guard parts.allSatisfy(isWord), parts.count == 1 || parts.count == 2 && parts[0] == "data"
        else {
            throw Misspelling(
                "\(quoted(text)) is not a field", hint: "write occurred, summary, or data.NAME")
        }
        self.text = text
    }

    private static let letters = Set("abcdefghijklmnopqrstuvwxyz_0123456789".utf8)

    /// The name with `data.` where it is a field of the data.
    public var path: String {
        FieldName.envelope.contains(text) || text.hasPrefix("data.") ? text : "data." + text
    }

    /// The name without `data.`.
    var name: String { text.hasPrefix("data.") ? String(text.dropFirst("data.".count)) : text }

    /// Whether events of a type have such a field.
    func isKnown(to type: EventType) -> Bool {
        FieldName.envelope.contains(text) || type.shape.fields.contains { $0.name == name }
    }
}
