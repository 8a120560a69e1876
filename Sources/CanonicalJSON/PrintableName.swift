/// A member name that may stand in a message: short, and of visible characters.
struct PrintableName {
    /// The most Unicode scalars of a name that a message quotes.
    static let longest = 40

    /// The name in double quotes.
    let quoted: String

    /// Nil where `name` is long, or has characters that a terminal would not show as they are.
    init?(_ name: String) {
        let scalars = name.unicodeScalars
        guard scalars.count <= PrintableName.longest,
            scalars.allSatisfy(PrintableName.isVisible)
        else { return nil }
        quoted = "\"\(name)\""
    }

    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned,
            .lineSeparator, .paragraphSeparator:
            false
        default: true
        }
    }
}
