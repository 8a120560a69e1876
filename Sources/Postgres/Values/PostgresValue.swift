/// A Swift type that travels as one binary value, or as NULL.
package protocol PostgresValue: Sendable {
    /// The type a parameter is sent as.
    static var type: PostgresType { get }
    /// The types an answer is read from.
    static var readable: [PostgresType] { get }
    /// What stands for NULL; nil where NULL is refused.
    static var null: Self? { get }
    /// Whether this value is NULL.
    var isNull: Bool { get }
    /// The value in SQL, for the one place where no parameter may stand: inside COPY.
    var literal: String { get }
    /// Reads the type's binary form; nil where `wire` is not that.
    init?(wire: Span<UInt8>)
    /// Appends the type's binary form.
    func encode(into wire: inout [UInt8])
}

extension PostgresValue {
    /// The type itself.
    package static var readable: [PostgresType] { [type] }
    /// None: NULL is refused.
    package static var null: Self? { nil }
    /// No.
    package var isNull: Bool { false }
}

/// A value that is no array and never NULL.
package protocol PostgresScalar: PostgresValue, PostgresElement {}

extension PostgresScalar {
    /// A quoted literal of this type, with `text` as the type's text form.
    ///
    /// E'' reads backslashes the same way whatever `standard_conforming_strings` says.
    func quoted(_ text: String) -> String {
        let escaped = text.unicodeScalars.reduce(into: "") { escaped, scalar in
            if scalar == "'" || scalar == "\\" { escaped.unicodeScalars.append(scalar) }
            escaped.unicodeScalars.append(scalar)
        }
        return "E'\(escaped)'::\(Self.type.name)"
    }
}
