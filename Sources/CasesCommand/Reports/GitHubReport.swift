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
        WorkflowCommands.inert(plain(text)).replacing("%", with: "%25").replacing("\r", with: "%0D")
            .replacing("\n", with: "%0A")
    }
}
