/// Lines by which a step of a CI tells its runner what to do.
///
/// The runners of GitHub, Gitea and Azure read everything that a step prints, on standard output and
/// standard error. A line that begins with `::`, after any white space, is a command, and so is `##[` or
/// `##vso[` anywhere in a line. Nothing that is recorded may act as one.
enum WorkflowCommands {
    /// A line that no runner takes for a command: a blank parts what would begin one.
    static func inert(_ line: String) -> String {
        guard line.utf8.contains(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "#") })
        else { return line }
        var rest = line.unicodeScalars[...]
        var result = String.UnicodeScalarView()
        var isAtStart = true
        while let scalar = rest.popFirst() {
            result.append(scalar)
            let beginsOne =
                scalar == ":" ? isAtStart && rest.first == ":" : beginsAnywhere(scalar, rest)
            if beginsOne { result.append(" ") }
            // A cell of CSV may hold line breaks.
            isAtStart =
                ["\n", "\r"].contains(scalar) || isAtStart && scalar.properties.isWhitespace
        }
        return String(result)
    }

    /// The same for a line of JSON, which keeps its value.
    static func inert(json line: String) -> String {
        line.replacing("##[", with: "##\\u005b").replacing("##vso[", with: "##vso\\u005b")
    }

    private static func beginsAnywhere(
        _ scalar: Unicode.Scalar, _ rest: Substring.UnicodeScalarView
    ) -> Bool {
        scalar == "#"
            && (rest.starts(with: "#[".unicodeScalars) || rest.starts(with: "#vso[".unicodeScalars))
    }
}
