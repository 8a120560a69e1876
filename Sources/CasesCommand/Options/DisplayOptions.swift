import ArgumentParser
import Casework

/// How an answer for people is shown.
struct DisplayOptions: ParsableArguments {
    @Flag(help: "Do not page on a terminal.")
    var noPager = false

    @Option(help: "When to use colour; see NO_COLOR and CLICOLOR_FORCE.")
    var color = ColourChoice.auto

    /// Shows lines, paged and coloured if they are for people.
    func show(
        isForPeople: Bool, _ lines: () -> [String]
    ) throws(CaseworkError) {
        let lines = Terminal.$current.withValue(Terminal.current.coloured(color)) {
            isForPeople ? lines().flatMap(shown).map { WorkflowCommands.inert($0) } : lines()
        }
        guard !lines.isEmpty else { return }
        try Pager.write(lines, isWanted: isForPeople && !noPager)
    }

    /// Views wrap their text themselves; a short remark of theirs may still be too wide.
    private func shown(_ line: String) -> [String] {
        line.contains("\u{1b}") ? [line] : fitted(line)
    }
}
