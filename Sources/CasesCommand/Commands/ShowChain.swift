import ArgumentParser
import CaseModel
import Casework
import CommandSupport
import Projections
import Wording

/// `cases chain`: shows which events respond to which.
struct ShowChain: AsyncParsableCommand, Exampled {
    static let example = "cases chain acme-seizure/seizure"

    static let configuration = CommandConfiguration(
        commandName: "chain",
        abstract: "Show the chain of actions and responses around an event or a case.",
        discussion:
            "Each link is a claim: it names who asserts it, on what basis, and who denies it.")

    /// The formats of a chain.
    enum Form: String, ExpressibleByArgument, CaseIterable {
        case tree, json, dot, mermaid
    }

    @Argument(
        help: ArgumentHelp("The case or event.", valueName: "case|event"), completion: .events)
    var name: String

    @Option(help: "Output format.")
    var format: Form?

    @Flag(help: "The same as --format json.")
    var json = false

    @OptionGroup var display: DisplayOptions

    @OptionGroup(title: "Which clock")
    var clocks: ClockOptions

    @OptionGroup var database: DatabaseOptions

    func run() async throws {
        let start: ChainStart = try Slug(name).map { .case($0) } ?? .event(try Named.event(name))
        let record = try await clocks.read(database.choice().open(for: .reading).reader)
        let answer = try await record.chain(from: start)
        let form = json ? .json : format ?? .tree
        defer { record.omissions?.complain() }
        try display.show(isForPeople: form == .tree) {
            answer.lines(in: form, leavingOut: record.omissions)
        }
    }
}

extension ChainAnswer {
    fileprivate func lines(
        in form: ShowChain.Form, leavingOut omissions: Omissions?
    ) -> [String] {
        switch form {
        case .tree: lines
        case .json: [json.naming(omissions).line]
        case .dot: dot
        case .mermaid: mermaid
        }
    }
}
