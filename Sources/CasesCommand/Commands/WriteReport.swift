import ArgumentParser
import CaseModel
import Casework
import CommandSupport
import Foundation
import Pages

/// `cases report`: writes a report on a case.
struct WriteReport: AsyncParsableCommand, Exampled {
    static let example = "cases report acme-seizure --out report.html"

    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write a report on a case as one file.",
        discussion: """
            Summary, parties with their owners, state, timeline, chain, sources, corrections, method \
            and limits, in one HTML file that loads nothing; as PDF if the name ends with .pdf and \
            chromium is installed.
            """)

    @Argument(help: ArgumentHelp("The case.", valueName: "case"), completion: .cases)
    var name: String

    @Option(help: ArgumentHelp("The file.", valueName: "file"), completion: .file())
    var out: String

    @OptionGroup(title: "Which clock")
    var clocks: ClockOptions

    @OptionGroup(title: "Where and how")
    var database: DatabaseOptions

    func run() async throws {
        let slug = try Named.slug(name)
        let reader = try await database.choice().open(for: .reading).reader
        let report = try await Report(reader).text(on: slug, by: clocks.question)
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
