import CanonicalJSON
import Foundation

/// Committed digests: those that the read models of a known log must have.
///
/// One line of canonical JSON per projection, in the order of their names, so that a change shows
/// as a changed line.
package struct LockFile: Hashable, Sendable {
    private struct Entry: Hashable {
        let version: Int64
        let digest: String
        let rows: Int64
    }

    private var entries: [String: Entry] = [:]

    /// Creates a lock file with the digests of what was built.
    package init(_ rebuilt: Rebuilt) {
        for line in rebuilt.projections {
            entries[line.name] = Entry(
                version: line.version, digest: line.digest, rows: line.rows)
        }
    }

    /// Reads the file at a path.
    package init(readingFile path: String) throws(CaseworkError) {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CaseworkError(
                .unreadable, "the lock file \(path) cannot be read",
                hint: "make it: cases rebuild --lock \(path)")
        }
        let lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            // Git may have converted the line endings to those of Windows.
            let bytes = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
            guard !bytes.isEmpty else { continue }
            guard let json = try? JSONValue(reading: Array(bytes)), let object = json.object,
                let name = object["name"]?.string, let digest = object["digest"]?.string,
                let version = object["version"]?.integer, let rows = object["rows"]?.integer
            else {
                throw CaseworkError(
                    .badJSON, "line \(index + 1) of the lock file \(path) is not a digest",
                    hint: "write it again: cases rebuild --lock \(path)")
            }
            entries[name] = Entry(version: version, digest: digest, rows: rows)
        }
    }

    /// The digest that a projection of this version must have; nil if the file has none.
    func digest(of name: String, _ version: Int64) -> String {
        guard let entry = entries[name] else { return "none" }
        return entry.version == version ? entry.digest : "version \(entry.version)"
    }

    /// Writes the file.
    package func write(to path: String) throws(CaseworkError) {
        let lines = entries.sorted { $0.key < $1.key }.map { name, entry in
            let line: JSONValue = [
                "name": .string(name), "version": .integer(entry.version),
                "rows": .integer(entry.rows), "digest": .string(entry.digest),
            ]
            return String(decoding: line.canonicalBytes(), as: UTF8.self) + "\n"
        }
        do {
            try OutputFile(path).write(lines.joined())
        } catch {
            throw CaseworkError(
                .cannotWrite, "the lock file \(path) cannot be written",
                hint: "check the folder, and that there is room")
        }
    }
}
