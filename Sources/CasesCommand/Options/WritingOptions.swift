import ArgumentParser
import Casework
import Foundation

/// What every writing command takes.
struct WritingOptions: ParsableArguments {
    @OptionGroup var database: DatabaseOptions

    @Option(help: "Who records it; else CASES_BY, else the login name.")
    var by: String?

    @Flag(help: "Check everything and show what would be recorded; record nothing.")
    var dryRun = false

    @Flag(help: "Answer in JSON.")
    var json = false

    /// The name that is recorded.
    var name: String {
        by ?? ProcessInfo.processInfo.environment["CASES_BY"] ?? NSUserName()
    }

    /// Records entries and says what was done.
    func record(
        _ entries: [Entry], expecting: Expectation? = nil
    ) async throws(CaseworkError) {
        let record = try await database.choice().open(for: .writing)
        if dryRun { return show(try await record.check(entries)) }
        show(try await record.record(entries, by: name, expecting: expecting?.versions ?? [:]))
    }

    /// Says what was recorded.
    func show(_ recording: Recording) {
        database.console.write(json ? [recording.json.line] : RecordingView(recording).lines)
    }

    private func show(_ drafts: [Draft]) {
        database.console.write(drafts.map { String(decoding: $0.bytes, as: UTF8.self) })
    }
}
