import ArgumentParser
import CaseModel
import Casework
import CommandSupport
import Foundation
import Logging
import Pages

/// `cases report`: writes a report on a case.
struct WriteReport: AsyncParsableCommand, Exampled {
    static let example = "cases report acme-seizure --out report.html"

    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write a report on a case as one file, or as a bundle with proofs.",
        discussion: """
            Summary, parties with their owners, state, timeline, chain, sources, corrections, method \
            and limits, in one HTML file that loads nothing; as PDF if the name ends with .pdf and \
            chromium is installed. A bundle is a folder that also has the events as they are stored, \
            the signed checkpoint of the log, a proof for each event, the stored copies of sources, \
            and a program that checks them without a database: python3 verify.py PUBLIC-KEY.
            """)

    @Argument(help: ArgumentHelp("The case.", valueName: "case"), completion: .cases)
    var name: String

    @Option(help: ArgumentHelp("The file.", valueName: "file"), completion: .file())
    var out: String?

    @Option(
        help: ArgumentHelp("A new folder for a bundle with proofs.", valueName: "dir"),
        completion: .directory)
    var bundle: String?

    @Option(
        name: .customLong("withhold"),
        help: ArgumentHelp(
            "Keep the content of an event back and still prove its place; repeatable.",
            valueName: "event"), completion: .events)
    var withheld: [String] = []

    @OptionGroup var copies: CopiesOptions

    @OptionGroup(title: "Which clock")
    var clocks: ClockOptions

    @OptionGroup(title: "Where and how")
    var database: DatabaseOptions

    func validate() throws {
        guard out != nil || bundle != nil else {
            throw ValidationError("--out FILE or --bundle DIR is needed.")
        }
        guard withheld.isEmpty || bundle != nil else {
            throw ValidationError("--withhold needs --bundle.")
        }
        guard bundle == nil || clocks.question == ClockQuestion() else {
            throw ValidationError("--bundle is of the log as it is: it takes no clock.")
        }
    }

    func run() async throws {
        let slug = try Named.slug(name)
        let record = try await database.choice().open(for: .reading)
        if let out { try await write(slug, of: record, to: out) }
        if let bundle { try await write(bundle: slug, of: record, to: bundle) }
    }

    private func write(
        bundle slug: Slug, of record: CaseRecord, to folder: String
    ) async throws {
        let hidden = try withheld.map { try Named.event($0) }
        let store = try copies.store()
        for name in hidden {
            let others = try await record.reader.events(naming: name)
            guard !others.isEmpty else { continue }
            let names = others.map(\.description).joined(separator: ", ")
            Logger.current.warning(
                "these events name \(name) and may repeat it: withhold them too, or not: \(names)")
        }
        let bundle = try await record.signedLog().bundle(
            of: slug, withholding: hidden, copiesFrom: store)
        // A report would say what is kept back.
        let report =
            bundle.isPartial
            ? nil : try await Report(record.reader).text(on: slug, by: clocks.question)
        try BundleFolder(folder).write(bundle.files(report: report?.html))
        report?.omissions?.complain()
        warn(of: bundle, store)
    }

    /// Says what the bundle lacks.
    private func warn(of bundle: Casework.Bundle, _ store: CopyStore) {
        let missing = bundle.missingCopies.count
        if missing > 0 {
            Logger.current.warning(
                "\(missing) \(missing == 1 ? "copy" : "copies") of sources that events name, not in \(store.description): not in the bundle"
            )
        }
        guard bundle.newerEvents > 0 else { return }
        let events =
            bundle.newerEvents == 1 ? "1 newer event is" : "\(bundle.newerEvents) newer events are"
        Logger.current.warning(
            "\(events) left out, which the checkpoint does not cover: cases log sign signs a new one"
        )
    }

    private func write(_ slug: Slug, of record: CaseRecord, to out: String) async throws {
        let report = try await Report(record.reader).text(on: slug, by: clocks.question)
        let bytes =
            out.hasSuffix(".pdf")
            ? try await PrintedReport(html: report.html).pdf() : Data(report.html.utf8)
        do { try OutputFile(out).write(bytes) } catch {
            throw CaseworkError(
                .cannotWrite, "\(out) cannot be written",
                hint: "check its folder and its permissions")
        }
        report.omissions?.complain()
    }
}
