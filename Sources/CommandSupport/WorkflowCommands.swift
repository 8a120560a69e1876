/// Commands in the output of a CI step that its runner would execute.
///
/// The runners of GitHub, Gitea and Azure read everything that a step prints to standard output and
/// standard error. A line that begins with `::`, after optional white space, is a command; so is
/// `##[` or `##vso[` anywhere in a line. Recorded text must never act as one.
package enum WorkflowCommands {
    /// The line with blanks inserted so that no runner treats it as a command.
    package static func inert(_ line: String) -> String {
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
            // A CSV cell may contain line breaks.
            isAtStart =
                ["\n", "\r"].contains(scalar) || isAtStart && scalar.properties.isWhitespace
        }
        return String(result)
    }

    /// The same for a line of JSON, without changing its value.
    package static func inert(json line: String) -> String {
        line.replacing("##[", with: "##\\u005b").replacing("##vso[", with: "##vso\\u005b")
    }

    private static func beginsAnywhere(
        _ scalar: Unicode.Scalar, _ rest: Substring.UnicodeScalarView
    ) -> Bool {
        scalar == "#"
            && (rest.starts(with: "#[".unicodeScalars) || rest.starts(with: "#vso[".unicodeScalars))
    }
}
