import ArgumentParser
import Casework
import CommandSupport
import Exchange
import Foundation
import Logging
import Wording

/// The formats of an export.
enum ExportForm: String, ExpressibleByArgument, CaseIterable {
    case jsonl, yaml, csv, cloudevents, ftm
    case ftmStatements = "ftm-statements"
    case stix, bods, jsonld

    /// The format of other tools; nil for those of this program, and for events one by one.
    var exchange: ExchangeFormat? { ExchangeFormat(rawValue: rawValue) }

    /// Whether a report on losses is written.
    fileprivate var hasLoss: Bool { self == .cloudevents || exchange != nil }
}

/// What only some formats of an export take.
struct ExportDetails: ParsableArguments {
    @Option(
        help: ArgumentHelp("csv: the folder of the tables, new or empty.", valueName: "folder"),
        completion: .directory)
    var out: String?

    @Flag(help: "csv: begin the tables with a byte order mark, for Excel.")
    var bom = false

    @Option(
        help: ArgumentHelp(
            "Write what the format has no room for to this file.", valueName: "file"),
        completion: .file())
    var loss: String?

    @Option(
        help: ArgumentHelp(
            "yaml: keep the comments and lines of this older file.", valueName: "file"),
        completion: .file(extensions: ["yaml", "yml"]))
    var commentsFrom: String?

    @Option(
        help: ArgumentHelp("cloudevents: the URI of the record.", valueName: "uri"))
    var eventSource: String?
}

extension ExportDetails {
    /// Refuses options that a format does not take.
    func check(_ format: ExportForm) throws {
        let misplaced: KeyValuePairs = [
            "--out belongs to --format csv.": out != nil && format != .csv,
            "--bom belongs to --format csv.": bom && format != .csv,
            "--comments-from belongs to --format yaml.": commentsFrom != nil && format != .yaml,
            "--event-source belongs to --format cloudevents.":
                eventSource != nil && format != .cloudevents,
            "--loss belongs to the formats of other tools.": loss != nil && !format.hasLoss,
            "--format csv writes several tables: name a folder, --out FOLDER.":
                out == nil && format == .csv,
        ]
        for (message, isMisplaced) in misplaced where isMisplaced { throw ValidationError(message) }
        guard eventSource?.isURIReference ?? true else {
            throw ValidationError("--event-source takes a URI: https://example.org/record.")
        }
    }

    /// Writes the files, and what is lost.
    func write(_ exchanged: Exchanged) throws {
        if let out {
            try BundleFolder(out).write(exchanged.files)
        } else {
            for file in exchanged.files {
                try Console.write(text: String(decoding: file.bytes, as: UTF8.self))
            }
        }
        try report(exchanged.loss)
    }

    /// Says how much is lost, and writes the report.
    func report(_ loss: LossReport) throws {
        if let file = self.loss {
            do {
                try OutputFile(file).write(loss.json.line + "\n")
            } catch {
                throw CaseworkError(
                    .cannotWrite, "\(file) cannot be written",
                    hint: "check its folder, and the room on its disk")
            }
        }
        let lost = loss.lostCount
        guard lost > 0 || !loss.leftOut.isEmpty else { return }
        let left = loss.leftOut.count
        Logger.current.notice(
            """
            \(loss.format) has no room for \(lost) of \(loss.values) values; \(left) \
            \(left == 1 ? "event is" : "events are") left out\
            \(self.loss == nil ? "; --loss FILE lists them" : "")
            """)
    }
}

extension String {
    /// Whether this is a URI without blanks.
    fileprivate var isURIReference: Bool {
        URL(string: self)?.scheme != nil && !unicodeScalars.contains { $0.properties.isWhitespace }
    }
}
