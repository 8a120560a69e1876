/// Why a text is not a date that this program takes: the place, what is wrong, and how to write it.
///
/// It never quotes the text, so it may be logged.
public struct EDTFFault: Error, Hashable, Sendable {
    /// The byte where the wrong part begins, from 0; the text's length where something is missing.
    public let offset: Int
    /// What is wrong; begins with `level 2:` for a feature of EDTF that is not supported.
    public let message: String
    /// How to write it.
    public let hint: String

    init(_ refusal: EDTFRefusal, at offset: Int) {
        self.offset = offset
        message = refusal.message
        hint = refusal.hint
    }
}

extension EDTFFault: CustomStringConvertible {
    /// The place, what is wrong and how to write it, in one line; counts bytes from 1.
    public var description: String { "byte \(offset + 1): \(message); \(hint)" }
}
