/// The name of a key that signs notes, and of the log that signs by it, as in `example.org/cases`
/// (C2SP signed-note).
public struct KeyName: Hashable, Sendable, CustomStringConvertible {
    /// The most bytes that a name may have; witnesses take no longer ones.
    public static let limit = 255

    /// The name.
    public let text: String

    /// The name with this text; nil if it is empty, too long, or has a space, a plus sign or a
    /// control character.
    public init?(_ text: some StringProtocol) {
        let isAllowed = text.unicodeScalars.allSatisfy { scalar in
            !scalar.properties.isWhitespace && scalar != "+"
                && scalar.properties.generalCategory != .control
        }
        guard !text.isEmpty, text.utf8.count <= KeyName.limit, isAllowed else { return nil }
        self.text = String(text)
    }

    /// The name.
    public var description: String { text }
}
