import ArgumentParser
import CaseModel
import Casework
import CommandSupport

/// `cases withdraw`: withdraws a source, and lists what depended on it alone.
struct Withdraw: AsyncParsableCommand, Exampled {
    static let example = """
        cases withdraw letter-2031-04-10 \\
                   --reason "The minister took the letter back."
        """

    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Withdraw a source, and list what is no longer supported.",
        discussion: """
            Listed are the events, claims and links of all cases that no other source supports. \
            They stay as they are: correct or retract them. With --dry-run they are only listed. \
            To undo a withdrawal, retract it: cases retract source/SLUG#VERSION.
            """)

    @Argument(help: "The source.", completion: .sources)
    var source: String

    @Option(help: ArgumentHelp("Why it no longer counts.", valueName: "text"))
    var reason: String

    @OptionGroup(title: "Where and how")
    var amending: AmendingOptions

    func run() async throws {
        let slug = try Named.slug(source)
        try await amending.withdraw { record, id in
            try await record.corrector.withdrawal(of: slug, reason: reason, id: id)
        }
    }
}

extension AmendingOptions {
    /// Records the withdrawal built by `entry` with an id, given or new, and lists what it leaves
    /// without support.
    fileprivate func withdraw(
        _ entry: (CaseRecord, EventID) async throws -> Entry
    ) async throws {
        let (id, fresh) = try ids()
        let record = try await writing.open()
        let entry = try await entry(record, id)
        if writing.dryRun {
            let (draft, withdrawal) = try await record.corrector.preview(
                withdrawal: entry, expecting: expectVersion)
            return try show(withdrawal, DraftView(draft: draft).lines)
        }
        let withdrawal = try await record.corrector.withdraw(
            entry, by: writing.name, expecting: expectVersion
        ) {
            if let fresh { Console.complain(["id \(fresh)"]) }
        }
        try show(withdrawal, RecordingView(recording: withdrawal.recording).lines)
        writing.tellRemark(of: withdrawal.recording)
    }

    private func show(_ withdrawal: Withdrawal, _ before: [String]) throws(CaseworkError) {
        let list = UnsupportedView(
            unsupported: withdrawal.unsupported, retold: withdrawal.retold
        ).lines
        try Console.answer(
            withdrawal.json, isJSON: writing.json, before + list)
    }
}
