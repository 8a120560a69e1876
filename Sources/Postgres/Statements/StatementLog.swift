import Logging

/// The keys under which log lines carry their values; programs that read the log rely on them.
package enum LogKey {
    /// The text of a statement, without its values.
    package static let sql = "sql"
    /// How long something took, in milliseconds with three decimals.
    package static let milliseconds = "ms"
    /// How many rows a statement returned or touched.
    package static let rows = "rows"
    /// The SQLSTATE of an error (PostgreSQL, appendix A).
    package static let sqlstate = "sqlstate"
    /// Which attempt failed, from 1.
    package static let attempt = "attempt"
    /// Why it failed.
    package static let reason = "reason"
    /// The read model that an answer is computed from.
    package static let readModel = "read_model"
    /// The checkpoint: the position of the log up to which the rows go.
    package static let position = "position"
    /// How many streams were folded in addition to the stored rows.
    package static let streams = "streams"
}

/// Logs one statement at level debug: its text, its duration, and its result.
///
/// Values are sent separately from the text and are never logged.
struct StatementLog: ~Copyable {
    private let sql: [UInt8]
    private let begun: ContinuousClock.Instant?

    /// Starts the timer, if the log level is enabled.
    init(_ sql: [UInt8]) {
        self.sql = sql
        begun = Logger.current.logLevel <= .debug ? .now : nil
    }

    /// Logs that it succeeded.
    func succeeded(rows: Int) { log([LogKey.rows: "\(rows)"]) }

    /// Logs that it failed.
    func failed(_ error: any Error) {
        let state = (error as? PostgresError)?.state?.rawValue
        log([LogKey.sqlstate: "\(state ?? "none")"])
    }

    private func log(_ outcome: Logger.Metadata) {
        guard let begun else { return }
        let text = String(decoding: sql, as: UTF8.self).split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
        let metadata: Logger.Metadata = [
            LogKey.sql: "\(text)", LogKey.milliseconds: "\((.now - begun).inMilliseconds)",
        ]
        Logger.current.debug("statement", metadata: metadata.merging(outcome) { $1 })
    }
}

extension Duration {
    /// In milliseconds with three decimals: `1.204`.
    package var inMilliseconds: String {
        let microseconds =
            components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000
        let rest = String(microseconds % 1_000)
        return "\(microseconds / 1_000)." + String(repeating: "0", count: 3 - rest.count) + rest
    }
}
