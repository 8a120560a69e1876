import CaseModel
package import Casework
package import Logging

/// Writes log lines to standard error: for people only the message; below `info` also the level and
/// the metadata.
///
///     debug: statement ms=1.204 rows=3 sql="SELECT position FROM cases.head"
struct StandardErrorLogHandler: LogHandler {
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let lines = event.message.description.split(separator: "\n").map { plain(String($0)) }
        guard event.level < .info else { return Console.complain(lines) }
        let values = metadata.merging(event.metadata ?? [:]) { $1 }.sorted { $0.key < $1.key }
            .map { " \($0.key)=\(StandardErrorLogHandler.spelled($0.value.description))" }
        let text = lines.joined(separator: " ") + values.joined()
        Console.complain(["\(event.level.rawValue): \(text)"])
    }

    /// A value on one line, quoted if it contains blanks.
    private static func spelled(_ value: String) -> String {
        let text = plain(value)
        return text.contains(where: { $0 == " " || $0 == "\"" })
            ? "\"" + text.replacing("\"", with: "\\\"") + "\"" : text
    }
}

extension Logger {
    /// The logger of one run: `--quiet` or `--verbose`, otherwise the level in `CASES_LOG`,
    /// otherwise notices and warnings, and for people also the reason of a wait.
    ///
    /// - Throws: `CaseworkError` if `CASES_LOG` is not a level.
    package static func ofRun(
        _ arguments: [String], _ environment: [String: String], isJSON: Bool
    ) throws(CaseworkError) -> Logger {
        let options = arguments.prefix { $0 != "--" }
        let named = try level(environment["CASES_LOG"])
        // A program that asks for JSON expects a single object on standard error.
        let usual: Logger.Level = isJSON ? .notice : .info
        let level: Logger.Level =
            if options.contains("--quiet") { .error } else if options.contains("--verbose") {
                min(named ?? .debug, .debug)
            } else {
                named ?? usual
            }
        return Logger(label: "cases") { _ in StandardErrorLogHandler(logLevel: level) }
    }

    private static func level(_ text: String?) throws(CaseworkError) -> Logger.Level? {
        guard let text, !text.isEmpty else { return nil }
        guard let level = Logger.Level(rawValue: text) else {
            throw CaseworkError(
                .usage, "CASES_LOG must be a level: \(quoted(text)) is not one",
                hint: Logger.Level.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return level
    }
}
