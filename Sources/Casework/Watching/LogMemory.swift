import Digest
import EventLog
import Foundation
import Ledger
import Logging

/// What this computer remembers of one log: where it last ended.
///
/// A log only grows. If its last events are missing or replaced, it was restored from a backup or
/// rewritten, and nothing in the log itself shows that. So each command records the end that it
/// saw, in one file per address and workspace below `$XDG_STATE_HOME/cases` (XDG Base Directory
/// Specification), by default `~/.local/state/cases`.
package struct LogMemory: Sendable {
    private let file: URL

    /// Creates the memory of a log.
    ///
    /// - Parameters:
    ///   - log: What identifies the log; only a digest of it is stored.
    ///   - environment: Of the process: `XDG_STATE_HOME` and `HOME` are used.
    init(of log: String, environment: [String: String]) {
        let name = SHA256.digest(Array(log.utf8)).hexadecimal
        file = LogMemory.folder(environment).appendingPathComponent(name)
    }

    private static func folder(_ environment: [String: String]) -> URL {
        // A relative folder is ignored, as the specification says.
        if let folder = environment["XDG_STATE_HOME"], folder.hasPrefix("/") {
            return URL(fileURLWithPath: folder).appendingPathComponent("cases")
        }
        return URL(fileURLWithPath: environment["HOME"] ?? NSHomeDirectory())
            .appendingPathComponent(".local/state/cases")
    }

    /// Where the log last ended; nil if nothing readable is stored.
    var end: SeenEnd? {
        (try? String(contentsOf: file, encoding: .utf8)).flatMap { SeenEnd(line: $0) }
    }

    /// Stores an end in place of the last one.
    func remember(_ end: SeenEnd) throws { try store(end.line, in: file) }

    /// Deletes what is remembered.
    ///
    /// - Returns: Whether there was anything.
    package func forget() throws(CaseworkError) -> Bool {
        let files = [file, checkpointFile].filter {
            FileManager.default.fileExists(atPath: $0.path)
        }
        for file in files {
            do { try FileManager.default.removeItem(at: file) } catch {
                throw CaseworkError(
                    .cannotWrite, "the file \(file.path) cannot be removed",
                    hint: "check who owns its folder")
            }
        }
        return !files.isEmpty
    }
}

extension LogMemory {
    private var checkpointFile: URL { file.appendingPathExtension("checkpoint") }

    /// The signed checkpoint that was last seen; nil if nothing readable is stored.
    var checkpoint: SignedCheckpoint? {
        (try? Data(contentsOf: checkpointFile)).flatMap { SignedCheckpoint(Array($0)) }
    }

    /// Stores a signed checkpoint in place of the last one; where that is not possible, reading and
    /// recording still work.
    func remember(_ checkpoint: SignedCheckpoint) {
        guard checkpoint != self.checkpoint else { return }
        do { try store("\(checkpoint)", in: checkpointFile) } catch {
            Logger.current.debug(
                "the checkpoint cannot be noted down: \(error.localizedDescription)")
        }
    }

    /// Keeps a checkpoint that does not agree with the remembered one: both signed notes together
    /// are the evidence.
    ///
    /// - Returns: The error, with where the two are.
    func refuse(_ checkpoint: SignedCheckpoint, _ error: CaseworkError) -> CaseworkError {
        let evidence = file.appendingPathExtension("refused")
        guard (try? store("\(checkpoint)", in: evidence)) != nil else { return error }
        return CaseworkError(
            error.code,
            error.problem
                + "; both checkpoints are kept: \(checkpointFile.path) and \(evidence.path)",
            hint: error.hint)
    }

    private func store(_ text: String, in file: URL) throws {
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        try Data(text.utf8).write(to: file, options: .atomic)
    }
}

/// Where a log ended when it was last seen: a position, and the leaf of the event there.
struct SeenEnd: Hashable, Sendable {
    let position: Int64
    /// In hexadecimal.
    let leaf: String

    /// One line: the position, a space, and the leaf.
    var line: String { "\(position) \(leaf)\n" }

    init(position: Int64, leaf: [UInt8]) {
        self.position = position
        self.leaf = leaf.hexadecimal
    }

    /// Parses such a line; nil for any other text.
    init?(line: String) {
        let words = line.split(whereSeparator: \.isWhitespace)
        guard words.count == 2, let position = Int64(words[0]), position > 0, words[1].count == 64
        else { return nil }
        self.position = position
        leaf = String(words[1])
    }

    /// How the log has changed other than by appends; nil if it has only grown.
    ///
    /// An earlier end on a standby proves nothing: it may lag behind.
    func fork(in sighting: LogSighting) -> String? {
        if let now = sighting.leafBefore {
            return now.hexadecimal == leaf
                ? nil : "its event \(position) is not the one that was last read here"
        }
        guard !sighting.isStandby else { return nil }
        return "it ended at event \(position) when it was last read here, and now ends at "
            + "\(sighting.position)"
    }
}
