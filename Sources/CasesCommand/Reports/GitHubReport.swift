import Casework

/// The report for GitHub Actions: annotations of what does not hold, and a summary of the step.
///
/// No text from an event can act as a workflow command or as Markdown.
struct GitHubReport {
    private let rebuilt: Rebuilt

    init(_ rebuilt: Rebuilt) { self.rebuilt = rebuilt }

    /// Workflow commands, one a line.
    var annotations: [String] {
        rebuilt.projections.flatMap { line in
            line.problems.map { problem in
                let title = GitHubReport.escaped(line.name)
                    .replacing(":", with: "%3A").replacing(",", with: "%2C")
                return "::error title=\(title)::\(GitHubReport.escaped(problem))"
            }
        }
    }

    /// The summary of the step.
    var summary: String {
        let state = rebuilt.holds ? "hold" : "do not hold"
        let lines = ["## Read models \(state) at position \(rebuilt.head)", ""]
        return (lines + rebuilt.sheet.markdown + [""]).joined(separator: "\n") + "\n"
    }

    private static func escaped(_ text: String) -> String {
        inert(plain(text)).replacing("%", with: "%25").replacing("\r", with: "%0D")
            .replacing("\n", with: "%0A")
    }

    /// A line that the runner does not take for a workflow command.
    ///
    /// The runner reads everything that a step prints, on standard output and standard error. A line
    /// that begins with `::`, after any white space, is a command, and so is `##[` anywhere in a
    /// line.
    static func inert(_ line: String) -> String {
        var rest = line.unicodeScalars[...]
        var result = String.UnicodeScalarView()
        var isAtStart = true
        while let scalar = rest.first {
            rest = rest.dropFirst()
            result.append(scalar)
            if isAtStart, scalar == ":", rest.first == ":" { result.append(" ") }
            if scalar == "#", rest.starts(with: "#[".unicodeScalars) {
                result.append(contentsOf: "# ".unicodeScalars)
                rest = rest.dropFirst()
            }
            // A cell of CSV may hold line breaks.
            isAtStart =
                ["\n", "\r"].contains(scalar) || isAtStart && scalar.properties.isWhitespace
        }
        return String(result)
    }

    /// The same for a line of JSON, which keeps its value.
    static func inert(json line: String) -> String {
        line.replacing("##[", with: "##\\u005b")
    }
}
