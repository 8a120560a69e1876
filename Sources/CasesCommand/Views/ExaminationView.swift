import CanonicalJSON
import Casework
import CommandSupport
import Ledger
import PrivateServer
import Projections
import Wording

extension Examination: Presentation {
    var pieces: [JSONValue] { checks.map(\.json) }

    var lines: [String] {
        checks.flatMap { check in
            var block = Block()
            block.add("\(check.isHealthy ? "ok  " : "BAD ") \(check.subject): \(check.finding)")
            if !check.isHealthy { block.add(check.remedy, margin: 5) }
            return block.lines
        }
    }

    var sheet: Sheet {
        Sheet(
            columns: ["check", "ok", "finding", "remedy"],
            rows: checks.map { [$0.subject, String($0.isHealthy), $0.finding, $0.remedy] })
    }
}

extension VerdictAnswer: Presentation {
    var pieces: [JSONValue] { [json] }

    var lines: [String] {
        let size = verdict.size == 1 ? "1 event" : "\(verdict.size) events"
        guard !verdict.holds else {
            return ["\(size) verified"] + continued + erased
                + wrap("root \(root)", to: terminalWidth)
        }
        var lines = ["\(size) read; the log is not as it was recorded"] + erased
        for problem in verdict.problems {
            lines += wrap("position \(problem.position): \(problem.kind)", to: terminalWidth)
        }
        if verdict.furtherProblems > 0 { lines.append("and \(verdict.furtherProblems) more") }
        return lines + wrap("root of what is stored now \(root)", to: terminalWidth)
    }

    /// The checkpoints that the log continues; empty if there was none to compare with.
    private var continued: [String] {
        verdict.checkpoints.map { checkpoint in
            "the first \(checkpoint.size) are those of the checkpoint of \(plain(checkpoint.origin))"
        }
    }

    /// A note that some events could only be checked as far as their headers; empty if none is
    /// erased.
    private var erased: [String] {
        switch verdict.erased {
        case 0: []
        case verdict.size: ["all bodies were erased: only the headers could be checked"]
        case 1: ["1 body was erased: of that event only the header could be checked"]
        case let count:
            ["\(count) bodies were erased: of those events only the headers could be checked"]
        }
    }

    var sheet: Sheet {
        Sheet(
            columns: ["position", "problem"],
            rows: verdict.problems.map { [String($0.position), $0.kind.description] })
    }
}

/// The status of the private server.
struct ServerStatusView {
    let status: PrivateServer.Status

    var lines: [String] {
        [
            "private PostgreSQL \(state)",
            "data    \(plain(status.dataFolder))",
            "socket  \(plain(status.socketFolder))",
        ] + (status.version.map { ["version \($0)"] } ?? [])
    }

    var json: JSONValue {
        [
            "schema": "cases.server/1", "state": .string(word),
            "data": .string(status.dataFolder), "socket": .string(status.socketFolder),
            "version": .optional(status.version),
        ]
    }

    private var word: String {
        switch status.state {
        case .absent: "absent"
        case .stopped: "stopped"
        case .running: "running"
        }
    }

    private var state: String {
        switch status.state {
        case .absent: "is not there yet: cases db start"
        case .stopped: "is stopped: cases db start"
        case .running(let pid): "is running (process \(pid))"
        }
    }
}
