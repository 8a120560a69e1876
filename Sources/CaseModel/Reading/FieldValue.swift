public import CanonicalJSON

/// A value of the language that parses itself from JSON; on a fault it continues, so that all
/// faults are collected.
public protocol FieldValue: Sendable {
    /// Its shape in JSON.
    static var shape: Shape { get }

    /// A stand-in for a value that could not be read; a reading with faults never returns it.
    static var placeholder: Self { get }

    /// The value in `json`; nil, with the faults collected, if it is invalid.
    ///
    /// Fault paths are relative to the value; the caller prepends its own path.
    init?(_ json: JSONView, faults: inout Faults)
}

extension FieldValue {
    /// The value in `json`, which is not part of a document.
    public init?(_ json: JSONValue, faults: inout Faults) {
        self.init(JSONDocument(json).root, faults: &faults)
    }
}

/// A value written as a string with a syntax of its own.
public protocol TextValue: FieldValue {
    /// The syntax.
    static var form: TextForm { get }

    /// Parses `text`; throws what is wrong with it.
    init(spelling text: String) throws(Misspelling)
}

/// Why a text is not a valid value.
public struct Misspelling: Error, Hashable, Sendable {
    /// What is wrong.
    public let message: String
    /// What to write.
    public let hint: String

    /// A message and its hint.
    public init(_ message: String, hint: String) {
        self.message = message
        self.hint = hint
    }
}

extension TextValue {
    /// A string, under the name of the syntax.
    public static var shape: Shape { .text(form) }

    /// Reads a string; adds a fault for anything else.
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
    /// The control characters that no text may have, as a range of a regular expression.
    static let refusedCharacters = #"\u0000-\u0008\u000b-\u001f\u007f-\u009f"#

    /// Free text: no control character but TAB and LF, and a character that is not white space.
    public static var form: TextForm {
        let control = refusedCharacters
        let blank = #"\t\n \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"#
        return TextForm(
            name: "TEXT", pattern: "^[^\(control)]*[^\(control)\(blank)][^\(control)]*$",
            resembles: .scalar)
    }
    /// Free text.
    public static var shape: Shape { .text(form) }
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
    /// Whether any character is not white space; usually the first one is.
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
    /// The kind of a value, in a word for messages.
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
    /// Any value; the rule of the target field decides which.
    public static var shape: Shape { .any }
    /// The value `null`.
    public static let placeholder = JSONDocument(.null).root

    /// Accepts any value.
    public init?(_ json: JSONView, faults: inout Faults) { self = json }
}

extension JSONView {
    /// The kind of a value, in a word for messages.
    var kind: String { value.kind }
}
