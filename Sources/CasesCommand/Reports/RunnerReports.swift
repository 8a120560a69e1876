import Casework
import CommandSupport

/// The report for GitHub Actions: annotations of failures, and a step summary.
///
/// Text from an event can act neither as a workflow command nor as Markdown.
struct GitHubReport {
    private let rebuilt: Rebuilt

    init(_ rebuilt: Rebuilt) { self.rebuilt = rebuilt }

    /// Workflow commands, one per line.
    var annotations: [String] {
        rebuilt.projections.flatMap { line in
            line.problems.map { problem in
                let title = GitHubReport.escaped(line.name)
                    .replacing(":", with: "%3A").replacing(",", with: "%2C")
                return "::error title=\(title)::\(GitHubReport.escaped(problem))"
            }
        }
    }

    /// The step summary.
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

/// The report as JUnit XML: each projection is a test case, and a mismatch is its failure.
struct JUnitReport {
    private let rebuilt: Rebuilt

    init(_ rebuilt: Rebuilt) { self.rebuilt = rebuilt }

    /// The whole document.
    var text: String {
        let failures = rebuilt.projections.count { !$0.holds }
        let cases = rebuilt.projections.map(testCase).joined()
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuite name="cases rebuild" tests="\(rebuilt.projections.count)" failures="\(failures)" \
            errors="0" time="\(time)">
            \(cases)</testsuite>

            """
    }

    /// Seconds with three decimals, from whole milliseconds.
    private var time: String {
        let rest = String(rebuilt.milliseconds % 1000)
        return "\(rebuilt.milliseconds / 1000)."
            + String(repeating: "0", count: 3 - rest.count) + rest
    }

    private func testCase(_ line: Rebuilt.Line) -> String {
        let name = JUnitReport.escaped(line.name)
        guard let problem = line.problems.first else {
            return "  <testcase classname=\"projections\" name=\"\(name)\"/>\n"
        }
        let all = line.problems.map(JUnitReport.escaped).joined(separator: "\n")
        return """
              <testcase classname="projections" name="\(name)">
                <failure message="\(JUnitReport.escaped(problem))">\(all)</failure>
              </testcase>

            """
    }

    private static func escaped(_ text: String) -> String {
        allowed(plain(text)).replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }

    /// The text with each character that XML 1.0 does not allow (section 2.2) replaced by a marker.
    private static func allowed(_ text: String) -> String {
        var allowed = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...: allowed.append(scalar)
            default: allowed.append("\u{FFFD}")
            }
        }
        return String(allowed)
    }
}
