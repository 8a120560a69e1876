import ArgumentParser
import CanonicalJSON
import CaseModel
import Casework
import CommandSupport
import Foundation
import Logging

/// The options of every writing command.
struct WritingOptions: ParsableArguments {
    @OptionGroup var database: DatabaseOptions

    @Option(
        help: ArgumentHelp(
            "Who records it; else CASES_BY, else the login name.", valueName: "name"))
    var by: String?

    @Flag(help: "Check everything and show what would be recorded; record nothing.")
    var dryRun = false

    @Flag(help: "Answer in JSON.")
    var json = false

    /// The recorder's name.
    var name: String {
        by ?? ProcessInfo.processInfo.environment["CASES_BY"] ?? NSUserName()
    }

    /// Records entries and shows what was done.
    ///
    /// If `stream` is given, it must exist, unless the entries create it, and be at the expected
    /// version.
    ///
    /// A new id is shown just before it is sent: if the outcome is unknown, the event can be resent
    /// with this id without being recorded twice.
    func record(
        _ entries: [Entry], for stream: StreamName? = nil, expecting version: Int64? = nil,
        announcing fresh: EventID? = nil
    ) async throws {
        let record = try await open()
        if stream != nil { try await record.recorder.requireStream(of: entries) }
        var expecting: [StreamName: Int64] = [:]
        if let stream, let version { expecting[stream] = version }
        if dryRun {
            return try show(try await record.recorder.preview(entries, expecting: expecting))
        }
        let recording = try await record.recorder.record(entries, by: name, expecting: expecting) {
            if let fresh { Console.complain(["id \(fresh)"]) }
        }
        try show(recording)
    }

    /// Shows what would be recorded.
    private func show(
        _ preview: (drafts: [Draft], foresight: Foresight)
    ) throws(CaseworkError) {
        let duplicates = preview.foresight.duplicateCount
        let answer = DraftView.answer(preview.drafts, duplicates: duplicates)
        var lines = preview.drafts.flatMap { DraftView(draft: $0).lines }
        if duplicates > 0 { lines.append("It is recorded already; this would record nothing.") }
        try Console.answer(.object(answer), isJSON: json, lines)
    }

    /// The record, opened for writing.
    func open() async throws -> CaseRecord {
        try await database.choice().open(for: .writing)
    }

    /// Shows what was recorded.
    func show(_ recording: Recording) throws(CaseworkError) {
        try Console.answer(
            recording.json, isJSON: json, RecordingView(recording: recording).lines)
        tellRemark(of: recording)
    }

    /// Shows remarks for people about a recording.
    func tellRemark(of recording: Recording) {
        if let remark = recording.remark { Logger.current.notice("\(remark)") }
    }
}
