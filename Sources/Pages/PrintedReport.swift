import Casework
package import Foundation
import Subprocess
import SystemPackage

/// A report as PDF, printed by a browser of this computer.
///
/// Fonts, line breaks and the order of reading are what browsers are good at; a program of our own
/// would do them worse.
package struct PrintedReport {
    private let html: String

    /// The programs that can print, in the order in which they are looked for.
    private static let browsers = ["chromium", "chromium-browser", "google-chrome"]

    /// The report whose HTML this is.
    package init(html: String) { self.html = html }

    /// Prints it.
    ///
    /// - Throws: An error if there is no browser in `PATH`, or it prints nothing.
    package func pdf() async throws -> Data {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("cases-report-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        let page = folder.appendingPathComponent("report.html")
        let printed = folder.appendingPathComponent("report.pdf")
        try Data(html.utf8).write(to: page)
        for browser in PrintedReport.browsers {
            guard try await print(page, to: printed, by: browser, in: folder) else { continue }
            guard let pdf = try? Data(contentsOf: printed), pdf.starts(with: Data("%PDF-".utf8))
            else {
                throw CaseworkError(
                    .cannotWrite, "\(browser) did not print the report",
                    hint: "write report.html and print it from a browser")
            }
            return pdf
        }
        throw CaseworkError(
            .cannotWrite, "there is no browser here that prints the report as PDF",
            hint: "install chromium, or write report.html and print it from a browser")
    }

    /// Whether there is such a browser.
    private func print(
        _ page: URL, to file: URL, by browser: String, in folder: URL
    ) async throws -> Bool {
        var arguments = [
            browser, "--headless", "--disable-gpu", "--no-pdf-header-footer",
            "--user-data-dir=\(folder.path)/profile", "--print-to-pdf=\(file.path)",
        ]
        // A browser refuses to shut in its processes if it runs as root; this page has no script and
        // loads nothing.
        if geteuid() == 0 { arguments.append("--no-sandbox") }
        let ended = try await Subprocess.run(
            .path("/usr/bin/env"), arguments: Arguments(arguments + [page.absoluteString]),
            output: .discarded, error: .discarded)
        return ended.terminationStatus != .exited(PrintedReport.notFound)
    }

    /// The exit status of `env` if the program does not exist.
    private static let notFound: Int32 = 127
}
