import ArgumentParser
import CanonicalJSON
import Casework
import CommandSupport
import Foundation
import Ledger
import Wording

/// A machine-readable report of a rebuild or a check, in addition to its answer.
enum ReportForm: ExpressibleByArgument {
    /// JUnit XML, which CI systems show as tests.
    case junit(path: String)
    /// Annotations and a step summary of GitHub Actions.
    case github
    /// A receipt: position, root, digests, time.
    case receipt(path: String)

    /// The form given as `junit:FILE`, `github` or `json:FILE`.
    init?(argument: String) {
        let parts = argument.split(separator: ":", maxSplits: 1).map(String.init)
        switch (parts.first, parts.dropFirst().first) {
        case ("junit", let path?): self = .junit(path: path)
        case ("json", let path?): self = .receipt(path: path)
        case ("github", nil): self = .github
        default: return nil
        }
    }

    /// Writes the report.
    func write(
        _ rebuilt: Rebuilt, of record: CaseRecord
    ) async throws {
        switch self {
        case .junit(let path):
            try ReportForm.write(JUnitReport(rebuilt).text, to: path)
        case .github:
            Console.command(GitHubReport(rebuilt).annotations)
            if let path = ProcessInfo.processInfo.environment["GITHUB_STEP_SUMMARY"] {
                try ReportForm.append(GitHubReport(rebuilt).summary, to: path)
            }
        case .receipt(let path):
            let progress = ProgressLog(unit: "events verified")
            let verdict = try await record.verifier.verify(progress: progress)
            try ReportForm.write(rebuilt.receipt(of: verdict).line + "\n", to: path)
        }
    }

    private static func write(_ text: String, to path: String) throws(CaseworkError) {
        do {
            try OutputFile(path).write(text)
        } catch {
            throw .cannotWrite(path)
        }
    }

    /// Other steps write to the same file, so it is only appended to and never read.
    private static func append(_ text: String, to path: String) throws(CaseworkError) {
        let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT, 0o644)
        guard descriptor >= 0 else { throw .cannotWrite(path) }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do { try file.write(contentsOf: Data(text.utf8)) } catch { throw .cannotWrite(path) }
    }
}

extension CaseworkError {
    fileprivate static func cannotWrite(_ path: String) -> CaseworkError {
        CaseworkError(
            .cannotWrite, "the report \(path) cannot be written",
            hint: "check the folder, and that there is room")
    }
}

extension Rebuilt {
    /// `cases.receipt/1`: what was rebuilt or checked, from which log, and how long it took.
    func receipt(of verdict: Verdict) -> JSONValue {
        [
            "schema": "cases.receipt/1", "ok": .bool(holds && verdict.holds),
            "position": .integer(head), "root": .string(VerdictAnswer(verdict).root),
            "seconds": .integer((milliseconds + 999) / 1000),
            "events_per_second": .integer(rate),
            "projections": .array(
                projections.map { line in
                    [
                        "name": .string(line.name), "version": .integer(line.version),
                        "rows": .integer(line.rows), "digest": .string(line.digest),
                    ]
                }),
        ]
    }
}
