import Foundation

/// Why the private server could not be started or stopped.
package enum ServerError: Error, Equatable, Sendable {
    /// No supported release of PostgreSQL is installed.
    case notInstalled
    /// The data were created by this major release, which is not installed (any more).
    case releaseMissing(version: String, dataFolder: String)
    /// There is no user `postgres` for root to run the server as.
    case accountMissing
    case cannotWrite(path: String, reason: String)
    /// A folder or file that must be private is not.
    case unsafe(path: String, reason: String)
    /// The user `postgres` cannot enter this folder, or one above it.
    case closed(path: String)
    /// The path has a character that PostgreSQL's own tools do not support.
    case unusable(path: String)
    /// Another process is starting the server and has not finished.
    case starting(dataFolder: String)
    /// Processes of a killed server may still write to its data.
    case lingering(processes: [Remains.Process], dataFolder: String)
    /// A tool of PostgreSQL failed: its last lines, without statements, and the path of the log.
    case failed(doing: String, lines: [String], log: String)
    case cannotRun(tool: String, reason: String)
    /// The disk with these data is full.
    case diskFull(path: String)
}

extension ServerError {
    /// The error for a failed tool, from its output and its log; the error is a full disk if either
    /// of them, or a failure to write the log, indicates one.
    static func failure(
        doing: String, said output: String, lines: [String], _ paths: PrivateServer.Paths
    ) -> ServerError {
        let isFull =
            DiskSpace.isShort(for: paths.home)
            || ([output] + lines).contains(where: DiskSpace.isMissing)
        return isFull
            ? .diskFull(path: paths.home) : .failed(doing: doing, lines: lines, log: paths.log)
    }

    /// Whether the same start may succeed later without any change by the user.
    package var passes: Bool {
        switch self {
        case .diskFull, .starting: true
        case .cannotWrite(_, let reason): DiskSpace.isMissing(in: reason)
        default: false
        }
    }
}

extension ServerError: CustomStringConvertible {
    /// What went wrong, where, and what to do about it.
    package var description: String { "\(message); \(hint)" }

    /// What went wrong and where.
    package var message: String {
        switch self {
        case .notInstalled: "PostgreSQL \(PrivateServer.oldestMajor) or later is not installed"
        case .releaseMissing(let version, let folder):
            "the data in \(folder) are those of PostgreSQL \(version), which is not installed"
        case .accountMissing: "there is no user postgres to run the private server as"
        case .diskFull(let path): "disk full: there is no space left for \(path)"
        case .cannotWrite(let path, let reason) where DiskSpace.isMissing(in: reason):
            "disk full: cannot write \(path): \(reason)"
        case .cannotWrite(let path, let reason): "cannot write \(path): \(reason)"
        case .unsafe(let path, let reason): "\(path) is not safe to use: \(reason)"
        case .closed(let path): "the user postgres cannot enter \(path)"
        case .unusable(let path): "the path \(path) has a character that pg_ctl cannot take"
        case .starting(let folder): "the server with its data in \(folder) is still starting"
        case .lingering(let processes, let folder):
            ([
                "the server with its data in \(folder) was killed, and processes of it still run"
            ] + processes.map(\.description)).joined(separator: "\n  ")
        case .failed(let doing, let lines, _):
            (["PostgreSQL failed while \(doing)"] + lines).joined(separator: "\n  ")
        case .cannotRun(let tool, let reason): "cannot run \(tool): \(reason)"
        }
    }

    /// What to do about it.
    package var hint: String {
        switch self {
        case .notInstalled, .accountMissing: "install it: apt-get install postgresql"
        case .releaseMissing(let version, _):
            "install it: apt-get install postgresql-\(version)"
        case .diskFull: "make room there, then run the same command again"
        case .cannotWrite, .unusable: "set XDG_DATA_HOME to a folder that can be written"
        case .unsafe: "remove it, or make it a folder that only the server's user may enter"
        case .closed: "open the folders above to it with chmod o+x, or set XDG_DATA_HOME"
        case .starting: "try again in a moment"
        case .lingering(let processes, _):
            processes.isEmpty
                ? "try again when they have ended"
                : "try again when they have ended, or end them: "
                    + (["kill"] + processes.map { String($0.id) }).joined(separator: " ")
        case .failed(_, _, let log): "its log is \(log)"
        case .cannotRun: "install what is missing, or put it on PATH"
        }
    }
}

/// The end of the server's log, for an error message.
enum ServerLog {
    /// The last five lines about the server itself; lines that may quote statements are left out.
    static func lastLines(of path: String) -> [String] {
        guard let file = FileHandle(forReadingAtPath: path) else { return [] }
        let end = (try? file.seekToEnd()) ?? 0
        try? file.seek(toOffset: end - min(end, 16_384))
        let bytes = (try? file.readToEnd()) ?? Data()
        let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\n")
        return lines.filter(isAboutServer).suffix(5).map { $0 }
    }

    /// Whether the line has a severity that the server uses for its own messages.
    ///
    /// Errors, details and contexts may quote what clients sent, and so may continuation lines
    /// (which start with a tab).
    static func isAboutServer(_ line: String) -> Bool {
        guard !line.hasPrefix("\t"), let mark = line.range(of: ":  ") else { return false }
        let severity = line[..<mark.lowerBound].split(separator: " ").last ?? ""
        let text = line[mark.upperBound...]
        return ["FATAL", "PANIC", "LOG", "HINT"].contains(severity)
            && !["statement:", "execute ", "duration:", "bind ", "parse "].contains(
                where: text.hasPrefix)
    }
}

/// Detects a full disk.
enum DiskSpace {
    /// Whether a message, of the C library in its own locale, reports a full disk or an exceeded
    /// quota.
    static func isMissing(in message: String) -> Bool {
        ["No space left on device", "Disk quota exceeded"].contains { message.contains($0) }
    }

    /// Whether less than a mebibyte is free for these data: a server then cannot write its own log.
    static func isShort(for path: String) -> Bool {
        var volume = statvfs()
        guard statvfs(path, &volume) == 0 else { return false }
        return UInt64(volume.f_bavail) * UInt64(volume.f_frsize) < 1 << 20
    }
}
