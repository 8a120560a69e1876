public import CanonicalJSON

/// A value of the language that reads itself from JSON, totally: it notes what is wrong and goes on.
public protocol FieldValue: Sendable {
    /// The form that it has in JSON.
    static var shape: Shape { get }

    /// Stands in for a value that could not be read; a reading with faults never hands it out.
    static var placeholder: Self { get }

    /// The value that `json` spells; nil, with the faults noted, where it spells none.
    ///
    /// The faults tell their places from the value on: whoever knows where it stands puts that before.
    init?(_ json: JSONView, faults: inout Faults)
}

extension FieldValue {
    /// The value that `json` spells, which stands in no document.
    public init?(_ json: JSONValue, faults: inout Faults) {
        self.init(JSONDocument(json).root, faults: &faults)
    }
}

/// A value that is written as one piece of text with a form of its own.
public protocol TextValue: FieldValue {
    /// The name that people know the form by: `SLUG`, `EDTF`.
    static var formName: String { get }

    /// The value that `text` spells; throws what is wrong with it.
    init(spelling text: String) throws(Misspelling)
}

/// Why a text does not spell a value.
public struct Misspelling: Error, Hashable, Sendable {
    /// What is wrong.
    public let message: String
    /// What to write.
    public let hint: String

    /// A misspelling and its remedy.
    public init(_ message: String, hint: String) {
        self.message = message
        self.hint = hint
    }
}

extension TextValue {
    /// Text under the name of the form.
    public static var shape: Shape { .text(formName) }

    /// Reads a string; notes what is wrong with anything else.
    public init?(_ json: JSONView, faults: inout Faults) {
        guard let text = String(json, faults: &faults) else { return nil }
        do {
            try self.init(spelling: text)
        } catch {
            faults.note(Fault(error.message, hint: error.hint))
            return nil
        }
    }
}

extension String: FieldValue {
    /// Free text.
    public static var shape: Shape { .text("TEXT") }
    /// Empty text.
    public static var placeholder: String { "" }

    /// Reads a string with at least one character that is not white space.
    public init?(_ json: JSONView, faults: inout Faults) {
        guard let text = json.string else {
            faults.note(Fault("text is expected, not \(json.kind)", hint: "quote it"))
            return nil
        }
        guard text.says else {
            faults.note(Fault("the text is empty", hint: "write it, or leave it out"))
            return nil
        }
        self = text
    }
}

extension String {
    /// Whether any character is not white space; nearly always the first one shows it.
    private var says: Bool {
        if let first = utf8.first, (0x21...0x7e).contains(first) { return true }
        return unicodeScalars.contains { !$0.properties.isWhitespace }
    }
}

extension Bool: FieldValue {
    /// `true` or `false`.
    public static var shape: Shape { .flag }
    /// False.
    public static var placeholder: Bool { false }

    /// Reads `true` or `false`.
    public init?(_ json: JSONView, faults: inout Faults) {
        guard let flag = json.bool else {
            faults.note(
                Fault("true or false is expected, not \(json.kind)", hint: "unquoted"))
            return nil
        }
        self = flag
    }
}

extension JSONValue {
    /// What a value is, in a word for messages.
    package var kind: String {
        switch self {
        case .null: "null"
        case .bool: "true or false"
        case .integer: "a number"
        case .string: "text"
        case .array: "a list"
        case .object: "an object"
        }
    }
}

extension JSONView: FieldValue {
    /// Any value; the rule of the field that it is meant for says which.
    public static var shape: Shape { .any }
    /// Nothing.
    public static let placeholder = JSONDocument(.null).root

    /// Takes the value as it is.
    public init?(_ json: JSONView, faults: inout Faults) { self = json }
}

extension JSONView {
    /// What a value is, in a word for messages.
    var kind: String { value.kind }
}
